namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

public sealed class SegmentSerializerTests : IAsyncLifetime
{
    private const int PooledBytes = 256 << 10;

    private readonly ActorSystem _system = ActorSystem.Create(
        "serializer", ConfigurationFactory.ParseString("akka.loglevel = OFF").WithFallback(JournalChunkStore.DefaultConfig));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    [Theory]
    [MemberData(nameof(Events))]
    public void Writes_the_same_bytes_in_every_version(object written, string manifest, string bytes)
    {
        var serializer = Find(written);

        Assert.Equal(7301, serializer.Identifier);
        Assert.Equal(manifest, serializer.Manifest(written));
        Assert.Equal(bytes, Convert.ToHexStringLower(serializer.ToBinary(written)));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Reads_what_every_version_wrote(object written, string manifest, string bytes)
    {
        var serializer = Find(written);

        var read = serializer.FromBinary(Convert.FromHexString(bytes), manifest);

        Assert.Equal(bytes, Convert.ToHexStringLower(serializer.ToBinary(read)));
        Assert.IsType(written.GetType(), read);
    }

    [Theory]
    [InlineData("0100000001", "it has 5 bytes instead of 20.")]
    [InlineData("010000000100000000000000cfced49b14ca574c", "it has 0 bytes instead of 1.")]
    [InlineData("010000000100000000000000cfced49b14ca574cab", "checksum ")]
    [InlineData("010000000100000000000000cfced49b14ca574caa00", "it has 2 bytes instead of 1.")]
    [InlineData("010000000200000000000000cfced49b14ca574caa", "its header has checksum")]
    public void Says_what_is_wrong_with_a_damaged_chunk(string bytes, string damage)
    {
        var chunk = Assert.IsType<SegmentChunk>(Find(new SegmentTombstone()).FromBinary(Convert.FromHexString(bytes), "C1"));

        Assert.StartsWith(damage, chunk.Damage);
    }

    [Fact]
    public void Reads_a_chunk_with_zeros_behind_it()
    {
        var bytes = new byte[PooledBytes - 100];
        new Random(7).NextBytes(bytes);
        var written = Appended(7, bytes);

        var read = Assert.IsType<SegmentChunk>(Find(written).FromBinary(Find(written).ToBinary(written), "C2"));

        Assert.Equal("C2", Find(written).Manifest(written));
        Assert.True(written.IsRented);
        Assert.Equal(PooledBytes, written.Frame.Length);
        Assert.Equal((7, bytes.Length, null), (read.Number, read.Length, read.Damage));
        Assert.Equal(bytes, read.Bytes.ToArray());
    }

    [Fact]
    public void Refuses_an_event_of_a_later_version()
    {
        var refusal = Assert.Throws<StorageException>(() => Find(new SegmentTombstone()).FromBinary([], "C3"));

        Assert.Contains("'C3'", refusal.Message);
    }

    public static TheoryData<object, string, string> Events() => new()
    {
        { Appended(1, 0xAA), "C1", "010000000100000000000000cfced49b14ca574caa" },
        { Appended(2, 0xBB, 0xCC), "C1", "0200000002000000000000009d1dd16db920b1afbbcc" },
        { new SegmentTombstone(), "T1", "" },
        { new SegmentEnlisted(new SegmentId("s-1")), "E1", "732d31" },
        { new SegmentStruck(new SegmentId("s-1")), "S1", "732d31" },
        { new SegmentsCompacted([new SegmentId("s-1"), new SegmentId("s-2")]), "L1", "732d310a732d32" },
        { new SegmentsCompacted([]), "L1", "" },
    };

    private static SegmentChunk Appended(long number, params byte[] chunk)
    {
        var frame = new byte[Math.Max(ChunkFrame.HeaderBytes + chunk.Length, chunk.Length > PooledBytes / 2 ? PooledBytes : 0)];
        chunk.CopyTo(frame, ChunkFrame.HeaderBytes);
        return SegmentChunk.Of(number, frame, chunk.Length, isKept: false);
    }

    private SerializerWithStringManifest Find(object written) =>
        Assert.IsType<SegmentSerializer>(_system.Serialization.FindSerializerFor(written));
}
