namespace Akka.Flink.Operators;

/// <summary>Where an operator runs: its name and subtask, and its clock.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="Uid">The operator's uid.</param>
/// <param name="SubtaskIndex">0 to <paramref name="Parallelism"/> - 1.</param>
/// <param name="Parallelism">How many subtasks there are.</param>
/// <param name="MaxParallelism">How many key groups there are.</param>
/// <param name="Clock">The clock, which the task sets once for each batch.</param>
public sealed record OperatorContext(string Name, string Uid, int SubtaskIndex, int Parallelism, int MaxParallelism, ProcessingClock Clock);
