namespace Akka.Flink.Runtime;

/// <summary>A chunk of state that a task restores, read and not applied yet.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Chunk">The chunk.</param>
internal sealed record RestoredChunk(string Uid, ReadOnlyMemory<byte> Chunk);
