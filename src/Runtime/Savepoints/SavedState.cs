namespace Akka.Flink.Runtime;

/// <summary>Where a task has put the keyed state of one of its operators for a savepoint.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Keyed">The chunks, in files of the savepoint.</param>
internal sealed record SavedState(string Uid, KeyedStateHandle Keyed);
