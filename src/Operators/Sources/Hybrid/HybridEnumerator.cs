namespace Akka.Flink.Sources;

/// <summary>Runs the enumerators of the sources one after the other: the next when all readers have come to the end.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="source">The sources.</param>
/// <param name="context">The readers.</param>
/// <param name="restored">What it goes on from; null to begin.</param>
internal sealed class HybridEnumerator<T>(
    HybridSource<T> source, ISplitEnumeratorContext<HybridSplit> context, HybridEnumeratorState? restored)
    : ISplitEnumerator<HybridSplit, HybridEnumeratorState>
{
    private readonly SortedSet<int> _readers = [];
    private readonly HashSet<int> _finished = [];
    private int _index = restored?.SourceIndex ?? 0;
    private HybridOutlet _outlet = null!;
    private HybridPartEnumerator _current = null!;

    public void Start() => Begin(restored?.Inner);

    public void AddReader(int subtask)
    {
        _readers.Add(subtask);
        _outlet.Tell(HybridEventKind.Begin, subtask);
        _current.AddReader(subtask);
    }

    public void HandleSplitRequest(int subtask) => _current.HandleSplitRequest(subtask);

    public void HandleSourceEvent(int subtask, ReadOnlyMemory<byte> data)
    {
        var told = HybridEvent.Of(data);
        if (told.SourceIndex != _index)
            return;   // of a source that has been read
        if (told.Kind == HybridEventKind.Inner)
            _current.HandleSourceEvent(subtask, told.Data);
        if (told.Kind == HybridEventKind.Finished && _finished.Add(subtask) && _finished.Count == context.CurrentParallelism)
            Switch();
    }

    public void AddSplitsBack(IReadOnlyList<HybridSplit> splits, int subtask) =>
        _current.AddSplitsBack(splits.Where(split => split.SourceIndex == _index), subtask);

    public HybridEnumeratorState SnapshotState(long checkpointId) => new(_index, _current.SnapshotState(checkpointId));

    public void Close() => _current?.Close();

    private void Switch()
    {
        _current.Close();
        _finished.Clear();
        _index++;
        Begin(null);
        foreach (var reader in _readers)
        {
            _outlet.Tell(HybridEventKind.Begin, reader);
            _current.AddReader(reader);
        }
    }

    private void Begin(byte[]? state)
    {
        _outlet = new HybridOutlet(context, _index, isLast: _index == source.Count - 1);
        _current = source.PartAt(_index).CreateEnumerator(_outlet, state);
        _current.Start();
    }
}
