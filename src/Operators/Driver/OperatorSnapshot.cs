namespace Akka.Flink.Operators;

/// <summary>What the subtasks of one operator had when a checkpoint was taken.</summary>
public sealed class OperatorSnapshot
{
    private readonly SortedDictionary<int, List<ReadOnlyMemory<byte>>> _chunks = [];

    /// <summary>The chunks of keyed state, of all subtasks: of each a base and the changes behind it.</summary>
    internal IEnumerable<ReadOnlyMemory<byte>> Chunks => _chunks.Values.SelectMany(each => each);

    /// <summary>The elements of operator state, of all subtasks.</summary>
    internal List<ReadOnlyMemory<byte>> Elements { get; } = [];

    /// <summary>The chunks of operator state by name, of all subtasks.</summary>
    internal List<ReadOnlyMemory<byte>> States { get; } = [];

    /// <summary>What the enumerator of a source remembered; null for other operators.</summary>
    internal ReadOnlyMemory<byte>? Enumerator { get; set; }

    /// <summary>How many bytes it has in all.</summary>
    public long SizeBytes =>
        Chunks.Sum(chunk => (long)chunk.Length) + Elements.Sum(element => (long)element.Length) +
        States.Sum(chunk => (long)chunk.Length) + (Enumerator?.Length ?? 0);

    /// <summary>The chunks of keyed state of a subtask, in the order in which they were written.</summary>
    /// <param name="subtask">The subtask.</param>
    internal IReadOnlyList<ReadOnlyMemory<byte>> ChunksOf(int subtask) => _chunks.GetValueOrDefault(subtask) ?? [];

    /// <summary>Adds chunks of keyed state behind those that a subtask has.</summary>
    /// <param name="subtask">The subtask.</param>
    /// <param name="chunks">The chunks.</param>
    internal void Add(int subtask, IReadOnlyList<ReadOnlyMemory<byte>> chunks)
    {
        if (!_chunks.TryGetValue(subtask, out var all))
            _chunks.Add(subtask, all = []);
        all.AddRange(chunks);
    }
}
