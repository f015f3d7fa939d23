namespace Akka.Flink.Runtime;

/// <summary>Writes a segment of a <see cref="DirectoryChunkStore"/>: what the task holds, and what the writing thread knows of
/// it.</summary>
/// <param name="segment">The segment.</param>
/// <param name="budget">What all writers of the node share.</param>
/// <param name="persisted">Told of progress and of the failure.</param>
/// <param name="thread">Does the work.</param>
internal sealed class DirectorySegmentWriter(
    SegmentId segment, NodeBudget budget, Action<SegmentProgress> persisted, SegmentFileThread thread)
    : SegmentWriter(segment, budget, persisted)
{
    /// <summary>The file, from the first chunk on. Belongs to the writing thread, like all below.</summary>
    public SegmentFile? File { get; set; }

    /// <summary>The number of the last chunk that was written.</summary>
    public long Written { get; set; }

    /// <summary>How many bytes were written since the last sync.</summary>
    public long UnsyncedBytes { get; set; }

    /// <summary>Whether anything was written since the last sync.</summary>
    public bool IsUnsynced { get; set; }

    /// <summary>Whether no more chunks will come.</summary>
    public bool IsEnded { get; set; }

    /// <inheritdoc/>
    protected override void Send(long number, byte[] frame, int length) =>
        thread.Enqueue(new SegmentFileRequest(this, number, frame, length));

    /// <inheritdoc/>
    protected override void SendClose() => thread.Enqueue(new SegmentFileRequest(this, SegmentFileRequest.End, [], 0));
}
