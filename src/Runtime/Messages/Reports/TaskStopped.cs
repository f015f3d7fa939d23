namespace Akka.Flink.Runtime;

/// <summary>The operators are closed; the task is gone.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskStopped(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;
