namespace Akka.Flink.Runtime;

/// <summary>What a <see cref="Janitor"/> has done.</summary>
/// <param name="Deleted">The segments that are gone.</param>
/// <param name="Failures">Why others are not; they are tried again with the next call.</param>
internal sealed record JanitorReport(IReadOnlyList<SegmentId> Deleted, IReadOnlyList<Exception> Failures);
