namespace Akka.Flink.Runtime;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>The bytes of <see cref="ISegmentEvent"/>s: a manifest of two characters, the second of which is the version.</summary>
/// <remarks>
/// A chunk is <see cref="ChunkFrame"/> and bytes, copied once, because a journal takes a whole array and a chunk is a part of one; it is
/// read without a copy. What is damaged is read too, and says so: who asked for it knows its segment, this does not.
/// </remarks>
/// <param name="system">The actor system.</param>
internal sealed class SegmentSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string Chunk = "C1";
    private const string Tombstone = "T1";
    private const string Enlisted = "E1";
    private const string Struck = "S1";
    private const string Compacted = "L1";

    /// <inheritdoc/>
    public override int Identifier => 7301;

    /// <inheritdoc/>
    public override string Manifest(object o) => o switch
    {
        SegmentChunk => Chunk,
        SegmentTombstone => Tombstone,
        SegmentEnlisted => Enlisted,
        SegmentStruck => Struck,
        SegmentsCompacted => Compacted,
        _ => throw Unknown(o.GetType().Name),
    };

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => obj switch
    {
        SegmentChunk chunk => Write(chunk),
        SegmentTombstone => [],
        SegmentEnlisted enlisted => Encoding.UTF8.GetBytes(enlisted.Segment.Value),
        SegmentStruck struck => Encoding.UTF8.GetBytes(struck.Segment.Value),
        SegmentsCompacted compacted => Encoding.UTF8.GetBytes(string.Join('\n', compacted.Segments)),
        _ => throw Unknown(obj.GetType().Name),
    };

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        Chunk => Read(bytes),
        Tombstone => new SegmentTombstone(),
        Enlisted => new SegmentEnlisted(new SegmentId(Encoding.UTF8.GetString(bytes))),
        Struck => new SegmentStruck(new SegmentId(Encoding.UTF8.GetString(bytes))),
        Compacted => new SegmentsCompacted(ReadNames(bytes)),
        _ => throw Unknown(manifest),
    };

    private static byte[] Write(SegmentChunk chunk)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(ChunkFrame.HeaderBytes + chunk.Bytes.Length);
        ChunkFrame.WriteHeader(bytes, chunk.Number, chunk.Bytes.Span);
        chunk.Bytes.Span.CopyTo(bytes.AsSpan(ChunkFrame.HeaderBytes));
        return bytes;
    }

    private static SegmentChunk Read(byte[] bytes)
    {
        if (bytes.Length < ChunkFrame.HeaderBytes)
            return new SegmentChunk(0, default, ChunkFrame.CutOff(ChunkFrame.HeaderBytes, bytes.Length));

        var chunk = bytes.AsMemory(ChunkFrame.HeaderBytes);
        var damage = ChunkFrame.ReadHeader(bytes, out var length, out var number);
        if (damage is null && length != chunk.Length)
            damage = ChunkFrame.CutOff(length, chunk.Length);
        return new SegmentChunk(number, chunk, damage ?? ChunkFrame.Check(bytes, chunk.Span));
    }

    private static SegmentId[] ReadNames(byte[] bytes) => bytes.Length == 0
        ? []
        : Array.ConvertAll(Encoding.UTF8.GetString(bytes).Split('\n'), static name => new SegmentId(name));

    private static StorageException Unknown(string what) => StorageErrors.UnknownEvent(what);
}
