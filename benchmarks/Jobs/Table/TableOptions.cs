namespace Akka.Flink.Jobs.Table;

/// <summary>What is to be compared.</summary>
/// <param name="Jobs">The jobs; none for all.</param>
/// <param name="Events">How many events; null for as many as make runs of two to ten seconds.</param>
/// <param name="Keys">How many keys; none for those that the jobs have goals for.</param>
/// <param name="Parallelisms">How many subtasks; none for those that there are goals for.</param>
/// <param name="UsesActors">Whether jobs run on actors.</param>
/// <param name="CheckpointInterval">Between two checkpoints; null for none.</param>
/// <param name="IsJson">Whether results are written as JSON.</param>
internal sealed record TableOptions(
    IReadOnlyList<string> Jobs,
    long? Events,
    IReadOnlyList<long> Keys,
    IReadOnlyList<int> Parallelisms,
    bool UsesActors,
    TimeSpan? CheckpointInterval,
    bool IsJson);
