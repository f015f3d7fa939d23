namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>Keyed state in a segment: counts by key, all of them or those that changed.</summary>
internal sealed record ChunkModel(IReadOnlyDictionary<int, int> Counts);
