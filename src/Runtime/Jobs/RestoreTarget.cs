namespace Akka.Flink.Runtime;

/// <summary>An operator that may have something to restore.</summary>
/// <param name="Uid">What its state is found by.</param>
/// <param name="Vertex">The vertex that it is chained into.</param>
/// <param name="Parallelism">How many subtasks it has.</param>
/// <param name="MaxParallelism">How many key groups it has.</param>
internal sealed record RestoreTarget(string Uid, int Vertex, int Parallelism, int MaxParallelism);
