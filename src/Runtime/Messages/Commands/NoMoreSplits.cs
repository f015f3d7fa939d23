namespace Akka.Flink.Runtime;

/// <summary>No more splits will come for the reader of a source.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Sequence">The number among all that the reader is told.</param>
internal sealed record NoMoreSplits(AttemptId Attempt, string Uid, long Sequence) : ISplitCommand;
