namespace Akka.Flink.Runtime;

/// <summary>The subtask's part of a checkpoint that is a savepoint, too, is durable in both places.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators' parts.</param>
/// <param name="Statistics">How long it took.</param>
/// <param name="Saved">Where its keyed state is in the savepoint.</param>
internal sealed record SavepointAcknowledged(
    AttemptId Attempt,
    long Number,
    SubtaskId Subtask,
    IReadOnlyList<OperatorStateHandle> Operators,
    CheckpointStatistics Statistics,
    IReadOnlyList<SavedState> Saved)
    : CheckpointAcknowledged(Attempt, Number, Subtask, Operators, Statistics);
