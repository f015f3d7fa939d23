namespace Akka.Flink.Runtime;

/// <summary>What was prepared for a checkpoint is committed.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record CheckpointCommitted(AttemptId Attempt, long Number, SubtaskId Subtask) : ITaskMessage;
