namespace Akka.Flink.Runtime;

/// <summary>A task has what its enumerator assigned, up to a number.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Subtask">The reader's subtask.</param>
/// <param name="Sequence">The number.</param>
internal sealed record SplitsReceived(AttemptId Attempt, string Uid, SubtaskId Subtask, long Sequence) : ITaskMessage;
