namespace Akka.Flink.Runtime;

/// <summary>A reader asks its enumerator for a split. The last one is said again with each lease, in case it was lost.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Subtask">The reader's subtask.</param>
/// <param name="Count">How many it has asked for in this attempt, with this one.</param>
internal sealed record SplitRequested(AttemptId Attempt, string Uid, SubtaskId Subtask, long Count) : ITaskMessage;
