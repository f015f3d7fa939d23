namespace Akka.Flink.Runtime;

/// <summary>A reader asks its enumerator for a split.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Subtask">The reader's subtask of the source.</param>
internal sealed record SplitRequested(AttemptId Attempt, string Uid, int Subtask) : ITaskMessage;
