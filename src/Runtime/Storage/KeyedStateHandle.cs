namespace Akka.Flink.Runtime;

/// <summary>Where the keyed state of one operator of one subtask is, at one checkpoint: chunks to be read in order, a base and what changed
/// since.</summary>
/// <param name="FirstKeyGroup">The first key group that the subtask owned.</param>
/// <param name="LastKeyGroup">The last one.</param>
/// <param name="Chunks">The chunks, in the order in which they were written; they may lie in segments of earlier attempts.</param>
/// <param name="Bytes">How many bytes they have in all.</param>
internal sealed record KeyedStateHandle(int FirstKeyGroup, int LastKeyGroup, IReadOnlyList<SegmentRange> Chunks, long Bytes)
{
    /// <summary>How many of the bytes are the base, by which the next base is decided; 0 where that is not known.</summary>
    public long BaseBytes { get; init; }
}
