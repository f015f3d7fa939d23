namespace Akka.Flink.Sources;

/// <summary>Gives each reader its ranges at once, and nothing more.</summary>
/// <param name="context">Assigns them.</param>
/// <param name="left">The ranges that are not assigned; null to divide all numbers evenly.</param>
/// <param name="count">How many numbers there are.</param>
internal sealed class RangeEnumerator(ISplitEnumeratorContext<RangeSplit> context, RangeSplit[]? left, long count)
    : ISplitEnumerator<RangeSplit, RangeSplit[]>
{
    private List<RangeSplit> _left = [];

    public void Start() => _left = [.. left ?? Divide()];

    public void AddReader(int subtask)
    {
        var readersToCome = context.CurrentParallelism - subtask;
        var share = (_left.Count + readersToCome - 1) / readersToCome;
        foreach (var split in _left.GetRange(0, share))
            context.AssignSplit(split, subtask);
        _left.RemoveRange(0, share);
        context.SignalNoMoreSplits(subtask);
    }

    public void HandleSplitRequest(int subtask)
    {
    }

    public void AddSplitsBack(IReadOnlyList<RangeSplit> splits, int subtask) => _left.AddRange(splits);

    public RangeSplit[] SnapshotState(long checkpointId) => [.. _left];

    private IEnumerable<RangeSplit> Divide()
    {
        var readers = context.CurrentParallelism;
        for (var i = 0; i < readers; i++)
            yield return new RangeSplit($"{i}", Part(i), Part(i + 1));

        long Part(int index) => (count / readers * index) + Math.Min(index, count % readers);
    }
}
