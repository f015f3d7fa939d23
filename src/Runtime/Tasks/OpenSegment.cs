namespace Akka.Flink.Runtime;

/// <summary>A segment that a task writes, and how far it is durable.</summary>
/// <param name="writer">The writer.</param>
/// <remarks><para><b>Threads.</b> The task's.</para></remarks>
internal sealed class OpenSegment(ISegmentWriter writer)
{
    // Between slices a record may write entries that are due, chunk after chunk, past what the writer would take.
    private const int MostOutstanding = 16;

    /// <summary>The writer.</summary>
    public ISegmentWriter Writer { get; } = writer;

    /// <summary>How many chunks are durable.</summary>
    public long Persisted { get; private set; }

    /// <summary>Why nothing more becomes durable; null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether so much is on its way that records must wait.</summary>
    public bool IsOverfull => Failure is null && Writer.Appended - Persisted >= MostOutstanding;

    /// <summary>Takes what the store says.</summary>
    /// <param name="progress">How far it is.</param>
    public void Take(SegmentProgress progress)
    {
        Persisted = Math.Max(Persisted, progress.Persisted);
        Failure ??= progress.Failure;
    }
}
