namespace Akka.Flink.Sources;

/// <summary>What the enumerator of a <see cref="HybridSource{T}"/> remembers.</summary>
/// <param name="SourceIndex">Which source is being read, from 0.</param>
/// <param name="Inner">What its enumerator remembers, by that source's serializer.</param>
public sealed record HybridEnumeratorState(int SourceIndex, byte[] Inner);
