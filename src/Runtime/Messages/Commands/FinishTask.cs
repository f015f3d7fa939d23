namespace Akka.Flink.Runtime;

/// <summary>All is done and committed: close the operators and say <see cref="TaskStopped"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="CommitWithoutCheckpoint">Whether the job takes no checkpoints, so that what was prepared is committed now.</param>
internal sealed record FinishTask(AttemptId Attempt, bool CommitWithoutCheckpoint) : ITaskMessage;
