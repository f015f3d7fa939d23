namespace Akka.Flink.Runtime;

/// <summary>A chunk: the event with its number, in the persistence id that is its segment's name.</summary>
/// <param name="Number">Its number, which is the event's sequence number.</param>
/// <param name="Bytes">The chunk.</param>
/// <param name="Damage">What is wrong with what was read, in a sentence; null when it is whole.</param>
internal sealed record SegmentChunk(long Number, ReadOnlyMemory<byte> Bytes, string? Damage = null) : ISegmentEvent;
