namespace Akka.Flink.Sources;

/// <summary>Asks for permits before it asks another reader for records.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <param name="reader">The other reader.</param>
/// <param name="gate">Hands out permits.</param>
/// <param name="parallelism">How many readers there are.</param>
internal sealed class GatedReader<T, TSplit>(ISourceReader<T, TSplit> reader, ISourceGate gate, int parallelism)
    : ISourceReader<T, TSplit>, ISplitPausing
    where TSplit : ISourceSplit
{
    private bool _hasJoined;
    private bool _waitsForPermits;

    public void Start()
    {
        gate.Join(parallelism);
        _hasJoined = true;
        reader.Start();
    }

    public PollStatus TryPoll(SourceBatch<T> batch)
    {
        var permits = gate.Take(batch.Limit);
        _waitsForPermits = permits == 0;
        if (_waitsForPermits)
            return PollStatus.NothingAvailable;

        batch.LimitTo(permits);
        var status = reader.TryPoll(batch);
        if (permits != batch.Records.Count)
            gate.Return(permits - batch.Records.Count);
        return status;
    }

    public Task WaitAsync(CancellationToken cancellationToken) =>
        _waitsForPermits ? gate.WaitAsync(cancellationToken) : reader.WaitAsync(cancellationToken);

    public void AddSplits(IReadOnlyList<TSplit> splits) => reader.AddSplits(splits);

    public void NoMoreSplits() => reader.NoMoreSplits();

    public void HandleSourceEvent(ReadOnlyMemory<byte> data) => reader.HandleSourceEvent(data);

    public void PauseSplits(IReadOnlyCollection<string> splitIds) => (reader as ISplitPausing)?.PauseSplits(splitIds);

    public void ResumeSplits(IReadOnlyCollection<string> splitIds) => (reader as ISplitPausing)?.ResumeSplits(splitIds);

    public IReadOnlyList<TSplit> SnapshotState(long checkpointId) => reader.SnapshotState(checkpointId);

    public void NotifyCheckpointComplete(long checkpointId) => reader.NotifyCheckpointComplete(checkpointId);

    public void Close()
    {
        if (_hasJoined)
            gate.Leave(parallelism);
        _hasJoined = false;
        reader.Close();
    }
}
