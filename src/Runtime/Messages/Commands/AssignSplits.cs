namespace Akka.Flink.Runtime;

/// <summary>Splits for the reader of a source.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Sequence">The number among all that the reader is told.</param>
/// <param name="Splits">The splits, by the source's serializer.</param>
internal sealed record AssignSplits(AttemptId Attempt, string Uid, long Sequence, IReadOnlyList<ReadOnlyMemory<byte>> Splits)
    : ISplitCommand;
