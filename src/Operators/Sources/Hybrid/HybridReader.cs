namespace Akka.Flink.Sources;

/// <summary>Reads the sources one after the other, as the enumerator says.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="source">The sources.</param>
/// <param name="context">Where it runs.</param>
internal sealed class HybridReader<T>(HybridSource<T> source, ISourceReaderContext context)
    : ISourceReader<T, HybridSplit>, ISplitPausing
{
    private int _index = -1;
    private HybridPartReader<T>? _current;
    private bool _hasFinished;      // the current source; the next has not begun
    private string? _lastInnerId;
    private string? _lastId;

    public void Start()
    {
    }

    public PollStatus TryPoll(SourceBatch<T> batch)
    {
        if (_current is not { } current || _hasFinished)
            return PollStatus.NothingAvailable;

        var status = current.Reader.TryPoll(batch);
        if (batch.SplitId is { } innerId)
            batch.SplitId = IdOf(innerId);
        if (status != PollStatus.EndOfInput || _index == source.Count - 1)
            return status;

        _hasFinished = true;   // before it is told: the answer may come at once
        context.SendSourceEvent(new HybridEvent(HybridEventKind.Finished, _index, default).ToBytes());
        return PollStatus.MoreAvailable;
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _current is { } current && !_hasFinished
        ? current.Reader.WaitAsync(cancellationToken)
        : Task.Delay(Timeout.Infinite, cancellationToken);

    public void AddSplits(IReadOnlyList<HybridSplit> splits)
    {
        foreach (var group in splits.GroupBy(split => split.SourceIndex).OrderBy(group => group.Key))
        {
            Begin(group.Key);
            _current!.AddSplits(group);
        }
    }

    public void NoMoreSplits() => _current?.Reader.NoMoreSplits();

    public void HandleSourceEvent(ReadOnlyMemory<byte> data)
    {
        var told = HybridEvent.Of(data);
        if (told.Kind == HybridEventKind.Begin)
            Begin(told.SourceIndex);
        else if (told.SourceIndex == _index && told.Kind == HybridEventKind.NoMoreSplits)
            _current!.Reader.NoMoreSplits();
        else if (told.SourceIndex == _index && told.Kind == HybridEventKind.Inner)
            _current!.Reader.HandleSourceEvent(told.Data);
    }

    public void PauseSplits(IReadOnlyCollection<string> splitIds)
    {
        if (_current?.Reader is ISplitPausing reader)
            reader.PauseSplits(InnerIdsOf(splitIds));
    }

    public void ResumeSplits(IReadOnlyCollection<string> splitIds)
    {
        if (_current?.Reader is ISplitPausing reader)
            reader.ResumeSplits(InnerIdsOf(splitIds));
    }

    public IReadOnlyList<HybridSplit> SnapshotState(long checkpointId) => _current?.SnapshotState(_index, checkpointId) ?? [];

    public void NotifyCheckpointComplete(long checkpointId) => _current?.Reader.NotifyCheckpointComplete(checkpointId);

    public void Close() => _current?.Reader.Close();

    private void Begin(int index)
    {
        if (index <= _index)
            return;

        _current?.Reader.Close();
        (_index, _hasFinished, _lastInnerId) = (index, false, null);
        _current = source.PartAt(index).CreateReader(new HybridReaderContext(context, index));
        _current.Reader.Start();
    }

    // Splits of a source that is not read any more are passed over.
    private List<string> InnerIdsOf(IReadOnlyCollection<string> splitIds)
    {
        var prefix = HybridSplit.IdOf(_index, "");
        return [.. splitIds.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Select(id => id[prefix.Length..])];
    }

    private string IdOf(string innerId)
    {
        if (ReferenceEquals(innerId, _lastInnerId))
            return _lastId!;

        (_lastInnerId, _lastId) = (innerId, HybridSplit.IdOf(_index, innerId));
        return _lastId;
    }
}
