namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>Phase 1 is done.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Task">The task, to which everything goes from now on.</param>
/// <param name="GraphFingerprint">What job graph the task was made of.</param>
internal sealed record TaskDeployed(AttemptId Attempt, SubtaskId Subtask, IActorRef Task, string GraphFingerprint) : ITaskMessage;
