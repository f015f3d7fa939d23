namespace Akka.Flink.Runtime;

/// <summary>A segment is about to get its first chunk.</summary>
/// <param name="Segment">The segment.</param>
internal sealed record SegmentEnlisted(SegmentId Segment) : ISegmentEvent;
