namespace Akka.Flink.Runtime;

/// <summary>What the enumerator of a source remembered at a checkpoint.</summary>
/// <param name="Uid">The source.</param>
/// <param name="State">Its state, by the source's serializer.</param>
internal sealed record EnumeratorState(string Uid, ReadOnlyMemory<byte> State);
