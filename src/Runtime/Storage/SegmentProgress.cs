namespace Akka.Flink.Runtime;

/// <summary>How far a segment is durable.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Persisted">The number of the last chunk before which everything is durable; 0 for none.</param>
/// <param name="Failure">Why nothing more will become durable; null while all is well.</param>
internal sealed record SegmentProgress(SegmentId Segment, long Persisted, Exception? Failure);
