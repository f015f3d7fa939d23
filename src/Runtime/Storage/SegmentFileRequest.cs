namespace Akka.Flink.Runtime;

/// <summary>What the writing thread of a <see cref="DirectoryChunkStore"/> is asked.</summary>
/// <param name="Writer">The segment's writer.</param>
/// <param name="Number">The number of the chunk; <see cref="End"/> when none follows.</param>
/// <param name="Chunk">The chunk.</param>
internal readonly record struct SegmentFileRequest(DirectorySegmentWriter Writer, long Number, ReadOnlyMemory<byte> Chunk)
{
    /// <summary>No more chunks will come.</summary>
    public const long End = 0;
}
