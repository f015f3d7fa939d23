namespace Akka.Flink.Runtime;

/// <summary>Phase 3 is done: the operators are open.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskRunning(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;
