namespace Akka.Flink.Runtime;

/// <summary>The subtask's part of a checkpoint is durable.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators' parts.</param>
/// <param name="Statistics">How long it took.</param>
internal record CheckpointAcknowledged(
    AttemptId Attempt, long Number, SubtaskId Subtask, IReadOnlyList<OperatorStateHandle> Operators, CheckpointStatistics Statistics)
    : ITaskMessage
{
    /// <summary>Segments of this attempt that the subtask has left behind: no later checkpoint of it names them, and all that was on its
    /// way to them has arrived.</summary>
    public IReadOnlyList<SegmentId> Left { get; init; } = [];
}
