namespace Akka.Flink.Operators;

/// <summary>What the subtasks of one operator had when a checkpoint was taken.</summary>
public sealed class OperatorSnapshot
{
    /// <summary>The chunks of keyed state, of all subtasks.</summary>
    internal List<ReadOnlyMemory<byte>> Chunks { get; } = [];

    /// <summary>The elements of operator state, of all subtasks.</summary>
    internal List<ReadOnlyMemory<byte>> Elements { get; } = [];

    /// <summary>What the enumerator of a source remembered; null for other operators.</summary>
    internal ReadOnlyMemory<byte>? Enumerator { get; set; }

    /// <summary>How many bytes it has in all.</summary>
    public long SizeBytes =>
        Chunks.Sum(chunk => (long)chunk.Length) + Elements.Sum(element => (long)element.Length) + (Enumerator?.Length ?? 0);
}
