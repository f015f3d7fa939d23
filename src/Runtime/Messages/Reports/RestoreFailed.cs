namespace Akka.Flink.Runtime;

/// <summary>The task has failed because its state of a checkpoint is damaged: another attempt from there will fail alike.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Failure">Which chunk, and where.</param>
/// <param name="Checkpoint">The checkpoint.</param>
internal sealed record RestoreFailed(AttemptId Attempt, SubtaskId Subtask, TaskFailure Failure, CheckpointId Checkpoint)
    : TaskFailed(Attempt, Subtask, Failure);
