namespace Akka.Flink.State.OperatorState;

using Akka.Flink.State.Snapshots;

/// <summary>An element of operator state that waits for its declaration.</summary>
/// <param name="Info">How it was written.</param>
/// <param name="Bytes">The element.</param>
internal readonly record struct RestoredElement(StateInfo Info, ReadOnlyMemory<byte> Bytes);
