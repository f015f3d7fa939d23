namespace Akka.Flink.Runtime;

/// <summary>The last event of a segment that is being deleted. A journal keeps the row of the highest sequence number for ever, so that it
/// is not used again: this one takes up no room.</summary>
internal sealed record SegmentTombstone : ISegmentEvent;
