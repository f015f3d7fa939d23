namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>Keeps the chunks of a snapshot in memory.</summary>
internal sealed class ChunkList : IChunkWriter
{
    /// <summary>The chunks, in order.</summary>
    public List<ReadOnlyMemory<byte>> Chunks { get; } = [];

    public void Write(ReadOnlySpan<byte> chunk) => Chunks.Add(chunk.ToArray());
}
