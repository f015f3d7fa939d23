namespace Akka.Flink.Runtime;

/// <summary>An operator in a savepoint.</summary>
/// <param name="Uid">What its state is found by.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Parallelism">How many subtasks it had.</param>
/// <param name="MaxParallelism">How many key groups it has: fixed once there is keyed state.</param>
/// <param name="Parts">What its subtasks had, in their order; those that had nothing are left out.</param>
internal sealed record SavedOperator(string Uid, string Name, int Parallelism, int MaxParallelism, IReadOnlyList<SavedPart> Parts);
