namespace Akka.Flink.Runtime;

/// <summary>To tasks with sources: take a checkpoint, all of which goes into a savepoint, too.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint's number.</param>
/// <param name="Kind">What happens behind the barrier.</param>
/// <param name="Splits">As in <see cref="TriggerCheckpoint"/>.</param>
/// <param name="Directory">The savepoint's directory, which is there.</param>
internal sealed record TriggerSavepoint(AttemptId Attempt, long Number, CheckpointKind Kind, long Splits, string Directory)
    : TriggerCheckpoint(Attempt, Number, Kind, IsBase: true, Splits);
