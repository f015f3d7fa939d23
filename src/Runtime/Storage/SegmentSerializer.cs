namespace Akka.Flink.Runtime;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>The bytes of <see cref="ISegmentEvent"/>s: a manifest of two characters, the second of which is the version.</summary>
/// <remarks>
/// A chunk is <see cref="ChunkFrame"/> and bytes, framed when the event is made: neither way is there a copy here. What is damaged is read
/// too, and says so: who asked for it knows its segment, this does not.
/// </remarks>
/// <param name="system">The actor system.</param>
internal sealed class SegmentSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string Chunk = "C1";
    private const string PaddedChunk = "C2";
    private const string Tombstone = "T1";
    private const string Enlisted = "E1";
    private const string Struck = "S1";
    private const string Compacted = "L1";

    /// <inheritdoc/>
    public override int Identifier => 7301;

    /// <inheritdoc/>
    public override string Manifest(object o) => o switch
    {
        SegmentChunk { IsPadded: true } => PaddedChunk,
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
        SegmentChunk chunk => chunk.Frame,
        SegmentTombstone => [],
        SegmentEnlisted enlisted => Encoding.UTF8.GetBytes(enlisted.Segment.Value),
        SegmentStruck struck => Encoding.UTF8.GetBytes(struck.Segment.Value),
        SegmentsCompacted compacted => Encoding.UTF8.GetBytes(string.Join('\n', compacted.Segments)),
        _ => throw Unknown(obj.GetType().Name),
    };

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        Chunk or PaddedChunk => Read(bytes, manifest),
        Tombstone => new SegmentTombstone(),
        Enlisted => new SegmentEnlisted(new SegmentId(Encoding.UTF8.GetString(bytes))),
        Struck => new SegmentStruck(new SegmentId(Encoding.UTF8.GetString(bytes))),
        Compacted => new SegmentsCompacted(ReadNames(bytes)),
        _ => throw Unknown(manifest),
    };

    private static SegmentChunk Read(byte[] frame, string manifest)
    {
        if (frame.Length < ChunkFrame.HeaderBytes)
            return new SegmentChunk(0, frame, 0, ChunkFrame.CutOff(ChunkFrame.HeaderBytes, frame.Length));

        var found = frame.Length - ChunkFrame.HeaderBytes;
        var damage = ChunkFrame.ReadHeader(frame, out var length, out var number);
        if (damage is not null)
            return new SegmentChunk(number, frame, found, damage);
        if (length > found || (length < found && manifest == Chunk))
            return new SegmentChunk(number, frame, found, ChunkFrame.CutOff(length, found));

        return new SegmentChunk(number, frame, length, ChunkFrame.Check(frame, frame.AsSpan(ChunkFrame.HeaderBytes, length)));
    }

    private static SegmentId[] ReadNames(byte[] bytes) => bytes.Length == 0
        ? []
        : Array.ConvertAll(Encoding.UTF8.GetString(bytes).Split('\n'), static name => new SegmentId(name));

    private static StorageException Unknown(string what) => StorageErrors.UnknownEvent(what);
}
