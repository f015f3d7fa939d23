namespace Akka.Flink.Runtime;

/// <summary>What one subtask of an operator had at a savepoint.</summary>
/// <param name="Subtask">The subtask, from 0.</param>
/// <param name="Elements">What it kept apart from keyed state: splits of a source, what a sink has prepared.</param>
/// <param name="States">The chunks of its operator state by name.</param>
/// <param name="Keyed">Its keyed state; null without.</param>
internal sealed record SavedPart(
    int Subtask, IReadOnlyList<ReadOnlyMemory<byte>> Elements, IReadOnlyList<ReadOnlyMemory<byte>> States, KeyedStateHandle? Keyed);
