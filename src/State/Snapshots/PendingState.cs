namespace Akka.Flink.State.Snapshots;

/// <summary>Restored entries of one state that wait: for the function that will declare the state, or, where each snapshot holds all of it,
/// for the last snapshot.</summary>
/// <remarks>They keep the chunks that they lie in. What no function declares is written again with every base, as it is.</remarks>
internal sealed class PendingState
{
    private readonly List<Run> _runs = [];

    /// <summary>What waits, in the order in which it was written.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    /// <summary>How many entries wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <param name="header">The header of its chunk.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="info">What the header says of the state.</param>
    /// <param name="entry">What the entry says, and where in the chunk it is.</param>
    public void Add(ChunkHeader header, ReadOnlyMemory<byte> chunk, StateInfo info, Entry entry)
    {
        if (_runs.Count == 0 || !ReferenceEquals(_runs[^1].Header, header))
            _runs.Add(new Run(header, chunk, info, new List<Entry>(_runs.Count == 0 ? 0 : _runs[^1].Entries.Count)));
        _runs[^1].Entries.Add(entry);
        Count++;
    }

    /// <summary>Forgets what snapshots before one wrote for the same key groups.</summary>
    /// <param name="header">The header of a chunk of the later snapshot.</param>
    public void Supersede(ChunkHeader header)
    {
        _runs.RemoveAll(run => run.Header.Range == header.Range && run.Header.SnapshotId < header.SnapshotId);
        Recount();
    }

    /// <summary>Forgets entries of some key groups.</summary>
    /// <param name="range">The key groups of the subtask that wrote them.</param>
    /// <param name="isGone">Which entries.</param>
    public void RemoveAll(KeyGroupRange range, Predicate<ReadOnlyMemory<byte>> isGone)
    {
        foreach (var run in _runs)
        {
            if (run.Header.Range == range)
                run.Entries.RemoveAll(entry => isGone(run.BytesOf(entry)));
        }

        Recount();
    }

    private void Recount()
    {
        Count = 0;
        foreach (var run in _runs)
            Count += run.Entries.Count;
    }

    /// <summary>An entry. There may be as many as the state has, so it says where its bytes are and does not hold them.</summary>
    /// <param name="Kind">What it says.</param>
    /// <param name="Position">Where in its chunk key and value are.</param>
    /// <param name="Length">How long they are.</param>
    internal readonly record struct Entry(EntryKind Kind, int Position, int Length);

    /// <summary>The entries of one chunk.</summary>
    /// <param name="Header">The chunk's header.</param>
    /// <param name="Chunk">The chunk.</param>
    /// <param name="Info">What the header says of the state.</param>
    /// <param name="Entries">The entries.</param>
    internal sealed record Run(ChunkHeader Header, ReadOnlyMemory<byte> Chunk, StateInfo Info, List<Entry> Entries)
    {
        /// <summary>Key and value of an entry.</summary>
        /// <param name="entry">The entry.</param>
        public ReadOnlyMemory<byte> BytesOf(Entry entry) => Chunk.Slice(entry.Position, entry.Length);
    }
}
