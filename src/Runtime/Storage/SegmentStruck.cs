namespace Akka.Flink.Runtime;

/// <summary>A segment is gone.</summary>
/// <param name="Segment">The segment.</param>
internal sealed record SegmentStruck(SegmentId Segment) : ISegmentEvent;
