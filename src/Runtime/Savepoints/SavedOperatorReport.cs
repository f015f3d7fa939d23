namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What a savepoint holds of an operator.</summary>
/// <param name="Uid">What its state is found by.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parallelism">How many subtasks it had.</param>
/// <param name="MaxParallelism">How many key groups it has.</param>
/// <param name="States">Its states, by kind and name.</param>
internal sealed record SavedOperatorReport(
    string Uid, string Name, int Parallelism, int MaxParallelism, ImmutableArray<SavedStateReport> States);
