namespace Akka.Flink.Runtime;

// What the journal of chunks holds. One file: they are read together, beside the serializer.

/// <summary>A chunk: the event with its number, in the persistence id that is its segment's name.</summary>
/// <param name="Number">Its number, which is the event's sequence number.</param>
/// <param name="Bytes">The chunk.</param>
/// <param name="Damage">What is wrong with what was read, in a sentence; null when it is whole.</param>
internal sealed record SegmentChunk(long Number, ReadOnlyMemory<byte> Bytes, string? Damage = null) : ISegmentEvent;

/// <summary>The last event of a segment that is being deleted. A journal keeps the row of the highest sequence number for ever, so that it
/// is not used again: this one takes up no room.</summary>
internal sealed record SegmentTombstone : ISegmentEvent;

/// <summary>A segment is about to get its first chunk.</summary>
/// <param name="Segment">The segment.</param>
internal sealed record SegmentEnlisted(SegmentId Segment) : ISegmentEvent;

/// <summary>A segment is gone.</summary>
/// <param name="Segment">The segment.</param>
internal sealed record SegmentStruck(SegmentId Segment) : ISegmentEvent;

/// <summary>All segments there are: what came before need not be read any more.</summary>
/// <param name="Segments">The segments.</param>
internal sealed record SegmentsCompacted(IReadOnlyList<SegmentId> Segments) : ISegmentEvent;
