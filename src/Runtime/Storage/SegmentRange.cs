namespace Akka.Flink.Runtime;

/// <summary>A part of a segment.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="First">The first chunk, counted from 1.</param>
/// <param name="Last">The last chunk.</param>
public readonly record struct SegmentRange(SegmentId Segment, long First, long Last);
