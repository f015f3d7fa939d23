namespace Akka.Flink.Runtime;

/// <summary>The task has failed. It closes its operators and stops itself; <see cref="TaskStopped"/> follows.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Failure">Why.</param>
internal record TaskFailed(AttemptId Attempt, SubtaskId Subtask, TaskFailure Failure) : ITaskMessage;
