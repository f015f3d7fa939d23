namespace Akka.Flink.Runtime;

/// <summary>What the writing thread of a <see cref="DirectoryChunkStore"/> is asked.</summary>
/// <param name="Writer">The segment's writer.</param>
/// <param name="Number">The number of the chunk; <see cref="End"/> when none follows.</param>
/// <param name="Frame">An array of the chunk pool with the chunk behind room for its header; the thread gives it back.</param>
/// <param name="Length">The chunk's length.</param>
internal readonly record struct SegmentFileRequest(DirectorySegmentWriter Writer, long Number, byte[] Frame, int Length)
{
    /// <summary>No more chunks will come.</summary>
    public const long End = 0;
}
