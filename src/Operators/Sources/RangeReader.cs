namespace Akka.Flink.Sources;

/// <summary>Goes through the ranges that it is given, one after the other.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="generate">Makes the records.</param>
internal sealed class RangeReader<T>(ISourceReaderContext context, GenerateBatch<T> generate) : ISourceReader<T, RangeSplit>
{
    private readonly Queue<RangeSplit> _waiting = new();
    private RangeSplit? _current;
    private long _next;
    private bool _isComplete;

    public void Start()
    {
    }

    public PollStatus TryPoll(SourceBatch<T> batch)
    {
        if (_current is null && !TryBegin())
            return _isComplete ? PollStatus.EndOfInput : PollStatus.NothingAvailable;

        var split = _current!;
        var count = (int)Math.Min(batch.Limit, split.End - _next);
        if (count > 0)
        {
            generate(_next, count, batch);
            _next += batch.Records.Count;
            batch.SplitId = split.SplitId;
        }

        if (_next < split.End)
            return PollStatus.MoreAvailable;

        if (batch.Records.Count == 0)
        {
            context.ReleaseSplit(split.SplitId);   // only now, when its last records have been handed on
            _current = null;
        }

        return PollStatus.MoreAvailable;
    }

    public Task WaitAsync(CancellationToken cancellationToken) =>
        _isComplete || _waiting.Count > 0 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, cancellationToken);

    public void AddSplits(IReadOnlyList<RangeSplit> splits)
    {
        foreach (var split in splits)
            _waiting.Enqueue(split);
    }

    public void NoMoreSplits() => _isComplete = true;

    public IReadOnlyList<RangeSplit> SnapshotState(long checkpointId)
    {
        List<RangeSplit> splits = [.. _waiting];
        if (_current is not null)
            splits.Add(_current with { Next = _next });
        return splits;
    }

    private bool TryBegin()
    {
        if (!_waiting.TryDequeue(out _current))
            return false;

        _next = _current.Next;
        return true;
    }
}
