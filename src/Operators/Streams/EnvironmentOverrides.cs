namespace Akka.Flink.Operators;

/// <summary>What outweighs the program.</summary>
/// <param name="Parallelism">How many subtasks an operator has that is not told otherwise; null for the program's number.</param>
/// <param name="MaxParallelism">How many key groups; null for the program's number.</param>
/// <param name="CheckpointInterval">How often checkpoints are taken, zero for never; null for what the program says.</param>
/// <param name="CheckpointingMode">What a failure may do to state; null for what the program says.</param>
/// <param name="EveryParallelism">How many subtasks every operator has, whatever it was told, at most as many as it may have; null for each
/// one's own number. Numbers of key groups follow from what the program says all the same, so that state fits at every
/// parallelism.</param>
internal sealed record EnvironmentOverrides(
    int? Parallelism = null,
    int? MaxParallelism = null,
    TimeSpan? CheckpointInterval = null,
    CheckpointingMode? CheckpointingMode = null,
    int? EveryParallelism = null)
{
    public static EnvironmentOverrides None { get; } = new();

    /// <summary>How many subtasks single operators have, by uid; it outweighs <see cref="EveryParallelism"/>. Uids that no operator has
    /// count for nothing.</summary>
    public IReadOnlyDictionary<string, int> ParallelismByUid { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether parallelisms are other than the program was written for.</summary>
    public bool IsScaled => EveryParallelism is not null || ParallelismByUid.Count > 0;
}
