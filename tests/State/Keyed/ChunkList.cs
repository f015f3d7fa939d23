namespace Akka.Flink.State.Tests.Keyed;

/// <summary>Keeps chunks in memory.</summary>
internal sealed class ChunkList : IChunkWriter
{
    public List<ReadOnlyMemory<byte>> Chunks { get; } = [];

    public void Write(ReadOnlySpan<byte> chunk) => Chunks.Add(chunk.ToArray());
}
