namespace Akka.Flink.Runtime;

/// <summary>What the journal of chunks holds: all of it is written by <see cref="SegmentSerializer"/>.</summary>
internal interface ISegmentEvent;
