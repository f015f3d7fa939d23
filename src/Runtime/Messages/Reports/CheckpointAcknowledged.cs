namespace Akka.Flink.Runtime;

/// <summary>The subtask's part of a checkpoint is durable.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators' parts.</param>
/// <param name="Statistics">How long it took.</param>
internal sealed record CheckpointAcknowledged(
    AttemptId Attempt, long Number, SubtaskId Subtask, IReadOnlyList<OperatorStateHandle> Operators, CheckpointStatistics Statistics)
    : ITaskMessage;
