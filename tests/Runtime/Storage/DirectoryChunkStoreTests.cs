namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Flink.Runtime.Tests.Storage.Support;
using Xunit.Abstractions;

public sealed class DirectoryChunkStoreTests(ITestOutputHelper output) : ChunkStoreContract(output)
{
    private static readonly SegmentId Segment = new("s-1-1-1-1-1");

    private DirectoryChunkStore? _files;

    private protected override double LeastSpeed => 0.1;

    private protected override string Kind => "directory";

    private string FileName => DirectoryChunkStore.PathOf(Folder, Segment);

    private protected override Task<IChunkStore> OpenAsync(string folder, NodeBudget budget) =>
        Task.FromResult<IChunkStore>(_files = new DirectoryChunkStore(folder, budget));

    private protected override Task CloseAsync()
    {
        _files!.Dispose();
        return Task.CompletedTask;
    }

    private protected override async Task DamageAsync(SegmentId segment, long number)
    {
        var path = DirectoryChunkStore.PathOf(Folder, segment);
        var bytes = await File.ReadAllBytesAsync(path);
        var at = bytes.AsSpan().IndexOf(Chunks.Make(segment, number, 5000));
        bytes[at + 2500] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1019)]
    public async Task Ignores_a_torn_chunk_behind_the_range_and_refuses_it_within(int missing)
    {
        await WriteAndReopenAsync(10, _ => 1000);
        using (var file = File.OpenWrite(FileName))
            file.SetLength(file.Length - missing);

        await Chunks.AssertReadableAsync(Store, Segment, 1, 9, _ => 1000);
        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 1, 10));

        Assert.Contains($"Chunk 10 of segment '{Segment}'", failure.Message);
        Assert.Contains("is damaged: it has ", failure.Message);
        Assert.Contains(FileName, failure.Message);
    }

    [Fact]
    public async Task Refuses_zeros_where_a_chunk_should_be()
    {
        await WriteAndReopenAsync(2);
        await File.AppendAllTextAsync(FileName, new string('\0', 5000));

        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 3, 3));

        Assert.Contains("Chunk 3", failure.Message);
        Assert.Contains("its header has checksum", failure.Message);
    }

    [Fact]
    public async Task Refuses_a_file_that_was_renamed()
    {
        await WriteAndReopenAsync(2);
        File.Move(FileName, DirectoryChunkStore.PathOf(Folder, new SegmentId("s-1-1-1-1-2")));

        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, new SegmentId("s-1-1-1-1-2"), 1, 2));

        Assert.Contains("does not begin like the file of this segment", failure.Message);
    }

    [Fact]
    public async Task Refuses_a_file_of_a_later_format()
    {
        await WriteAndReopenAsync(2);
        var bytes = await File.ReadAllBytesAsync(FileName);
        bytes[4] = 2;
        await File.WriteAllBytesAsync(FileName, bytes);

        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 1, 2));

        Assert.Contains("format 2", failure.Message);
    }

    [Fact]
    public async Task Refuses_a_chunk_that_stands_in_the_place_of_another()
    {
        await WriteAndReopenAsync(2, _ => 1000);
        var bytes = await File.ReadAllBytesAsync(FileName);
        var first = SegmentFileHeader.LengthOf(Segment);
        bytes.AsSpan(first + 1020, 1020).CopyTo(bytes.AsSpan(first));
        await File.WriteAllBytesAsync(FileName, bytes);

        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 1, 1));

        Assert.Contains("it says that it is chunk 2", failure.Message);
    }

    [Fact]
    public async Task Has_the_same_bytes_in_every_version()
    {
        var progress = new Progress();
        var writer = Store.Open(Segment, progress.Add);
        writer.Append(new byte[] { 0xAA });
        writer.Append(new byte[] { 0xBB, 0xCC });
        writer.Close();
        await progress.UntilPersistedAsync(2);

        var bytes = Convert.ToHexStringLower(await File.ReadAllBytesAsync(FileName));

        Assert.Equal(
            "41465347" + "01" + "0b" + "732d312d312d312d312d31" + "8e496dd0" +
            "01000000" + "0100000000000000" + "cfced49b" + "14ca574c" + "aa" +
            "02000000" + "0200000000000000" + "9d1dd16d" + "b920b1af" + "bbcc",
            bytes);
    }

    [Fact]
    public void Names_a_directory_that_cannot_be_made()
    {
        var file = Path.Combine(Folder, "file");
        File.WriteAllText(file, "");

        var failure = Assert.Throws<StorageException>(() => new DirectoryChunkStore(file, new NodeBudget()));

        Assert.Contains(file, failure.Message);
    }

    // A writer lets go of its file some time after its chunks are durable; a closed store has let go of all.
    private async Task WriteAndReopenAsync(int count, Func<long, int>? size = null)
    {
        await Chunks.WriteAsync(Store, Segment, count, size);
        await ReopenAsync(new NodeBudget());
    }
}
