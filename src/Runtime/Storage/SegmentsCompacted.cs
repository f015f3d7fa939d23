namespace Akka.Flink.Runtime;

/// <summary>All segments there are: what came before need not be read any more.</summary>
/// <param name="Segments">The segments.</param>
internal sealed record SegmentsCompacted(IReadOnlyList<SegmentId> Segments) : ISegmentEvent;
