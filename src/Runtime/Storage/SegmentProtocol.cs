namespace Akka.Flink.Runtime;

/// <summary>What the actors beneath a <see cref="JournalChunkStore"/> say to each other, all within one process.</summary>
internal static class SegmentProtocol
{
    /// <summary>Write a chunk.</summary>
    /// <param name="Writer">The segment's writer.</param>
    /// <param name="Number">The chunk's number.</param>
    /// <param name="Frame">An array of the chunk pool with the chunk behind room for its header; the receiver gives it back.</param>
    /// <param name="Length">The chunk's length.</param>
    public sealed record AppendChunk(JournalSegmentWriter Writer, long Number, byte[] Frame, int Length);

    /// <summary>No chunk follows.</summary>
    /// <param name="Writer">The segment's writer.</param>
    public sealed record CloseSegment(JournalSegmentWriter Writer);

    /// <summary>Read chunks that fit into memory.</summary>
    /// <param name="Page">Which.</param>
    /// <param name="Reply">Gets them.</param>
    public sealed record ReadPage(SegmentRange Page, TaskCompletionSource<IReadOnlyList<ReadOnlyMemory<byte>>> Reply);

    /// <summary>Delete a segment.</summary>
    /// <param name="Segment">Which.</param>
    /// <param name="Reply">Told when it is gone.</param>
    public sealed record EraseSegment(SegmentId Segment, TaskCompletionSource Reply);

    /// <summary>List segments.</summary>
    /// <param name="Prefix">What their names begin with.</param>
    /// <param name="Reply">Gets them.</param>
    public sealed record ListSegments(string Prefix, TaskCompletionSource<IReadOnlyList<SegmentId>> Reply);

    /// <summary>To the index: put a segment on the list. Answered by <see cref="Enlisted"/>.</summary>
    /// <param name="Segment">Which.</param>
    public sealed record Enlist(SegmentId Segment);

    /// <summary>The segment is on the list, durably.</summary>
    public sealed record Enlisted;

    /// <summary>To the index: take a segment off the list. Answered by <see cref="Struck"/>.</summary>
    /// <param name="Segment">Which.</param>
    public sealed record Strike(SegmentId Segment);

    /// <summary>The segment is off the list, durably.</summary>
    public sealed record Struck;

    /// <summary>To the index: is a segment on the list? Answered by <see cref="Found"/>.</summary>
    /// <param name="Segment">Which.</param>
    public sealed record Find(SegmentId Segment);

    /// <summary>Whether a segment is on the list.</summary>
    /// <param name="IsListed">Whether it is.</param>
    public sealed record Found(bool IsListed);

    /// <summary>To the index: give the whole list. Answered by <see cref="Listed"/>.</summary>
    public sealed record ListAll;

    /// <summary>The whole list.</summary>
    /// <param name="Segments">In the order of their names.</param>
    public sealed record Listed(IReadOnlyList<SegmentId> Segments);

    /// <summary>The index has stopped; what it was asked and has not answered, it will not answer.</summary>
    /// <param name="Cause">Why.</param>
    public sealed record IndexFailed(Exception Cause);
}
