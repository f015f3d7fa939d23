namespace Akka.Flink.Runtime;

/// <summary>Names a segment: a run of chunks with one writer. Made of ids, never of a user's text, so its length is bounded.</summary>
/// <param name="Value">Such as <c>s-1f0c22aa91d3-7-2-0-1</c>: a hash of the job's id, attempt, vertex, subtask, and the number of the
/// segment that this subtask opened.</param>
public readonly record struct SegmentId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
