namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Formats;
using Akka.Flink.Operators;
using Akka.Flink.Sources;
using Confluent.Kafka;

/// <summary>Reads the partitions of a subtask: a thread of its own fetches them, the task's reads the values.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class KafkaReader<T> : ISourceReader<T, KafkaSplit>, ISplitPausing
{
    private readonly ISourceReaderContext _context;
    private readonly KafkaSourceOptions _options;
    private readonly IRecordDeserializer<T> _deserializer;
    private readonly MalformedRecordHandler _malformed;
    private readonly BlockExchange _exchange = new();
    private readonly Dictionary<string, AssignedPartition> _reading = new(StringComparer.Ordinal);
    private readonly OffsetCommits _commits = new();
    private readonly ReaderMetrics _metrics;
    private FetchThread? _thread;
    private FetchedBlock? _block;
    private int _run;
    private int _next;         // the next record of the run
    private bool _isComplete;

    public KafkaReader(
        ISourceReaderContext context, KafkaSourceOptions options, IRecordDeserializer<T> deserializer, MalformedRecordHandler malformed)
    {
        _context = context;
        _options = options;
        _deserializer = deserializer;
        _malformed = malformed;
        _metrics = new ReaderMetrics(context);
    }

    public void Start()
    {
        // The thread begins with the first partition: a subtask without any needs no connection.
    }

    public void AddSplits(IReadOnlyList<KafkaSplit> splits)
    {
        foreach (var split in splits)
        {
            if (split.StoppingOffset is { } end && split.NextOffset >= end)
            {
                _context.ReleaseSplit(split.SplitId);
                continue;
            }

            var partition = new AssignedPartition(split);
            if (!_reading.TryAdd(split.SplitId, partition))
                continue;   // restored, and found again by an enumerator that had not known of it

            _thread ??= new FetchThread(_options, _exchange, $"kafka {_context.OperatorName} {_context.SubtaskIndex}");
            _exchange.Assign(partition);
        }

        _exchange.Wake();
    }

    public void NoMoreSplits()
    {
        _isComplete = true;
        _exchange.Wake();
    }

    public void PauseSplits(IReadOnlyCollection<string> splitIds) => SetPaused(splitIds, true);

    public void ResumeSplits(IReadOnlyCollection<string> splitIds) => SetPaused(splitIds, false);

    public PollStatus TryPoll(SourceBatch<T> batch)
    {
        _metrics.Update(_thread);
        while (batch.Records.Count == 0)
        {
            if (_block is null && !TryTakeBlock())
                return _isComplete && _reading.Count == 0 ? PollStatus.EndOfInput : PollStatus.NothingAvailable;

            if (_run == _block!.Runs.Count)
                ReturnBlock();
            else
                Read(batch, _block, _block.Runs[_run]);
        }

        return PollStatus.MoreAvailable;
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _exchange.WaitAsync(cancellationToken);

    public IReadOnlyList<KafkaSplit> SnapshotState(long checkpointId)
    {
        var splits = new List<KafkaSplit>(_reading.Count);
        foreach (var partition in _reading.Values)
            splits.Add(partition.Split with { NextOffset = partition.NextOffset });
        if (_options.CommitsOffsets)
            _commits.Remember(checkpointId, _reading.Values);
        return splits;
    }

    public void NotifyCheckpointComplete(long checkpointId)
    {
        if (_thread is not null && _commits.TakeUpTo(checkpointId) is { } offsets)
            _exchange.Commit(offsets);
    }

    public void Close() => _thread?.Close();

    private void SetPaused(IReadOnlyCollection<string> splitIds, bool isPaused)
    {
        foreach (var id in splitIds)
        {
            if (_reading.TryGetValue(id, out var partition))
                _exchange.SetPaused(partition, isPaused);
        }
    }

    private bool TryTakeBlock()
    {
        _block = _exchange.TakeReady();
        _run = _next = 0;
        return _block is not null;
    }

    private void ReturnBlock()
    {
        _exchange.Return(_block!);
        _block = null;
    }

    private void Read(SourceBatch<T> batch, FetchedBlock block, FetchedRun run)
    {
        if (run.IsEnd)
        {
            End(run.Partition);
            _run++;
            return;
        }

        _next = Math.Max(_next, run.From);
        batch.SplitId = run.Partition.Split.SplitId;
        var to = Math.Min(run.To, _next + batch.Limit - batch.Records.Count);
        while (_next < to)
        {
            try
            {
                ReadUpTo(to, batch.Records, block);
            }
            catch (Exception cause) when (cause is not FlinkException)
            {
                Handle(run.Partition.Split, block, _next++, cause);
            }
        }

        run.Partition.NextOffset = block.OffsetAt(_next - 1) + 1;
        if (_next == run.To)
            _run++;
    }

    // The loop lies inside the try: entering it for each record would cost more than the loop.
    private void ReadUpTo(int to, RecordBatch<T> records, FetchedBlock block)
    {
        for (; _next < to; _next++)
        {
            if (block.IsNullAt(_next))
                _metrics.EmptyRecords.Inc();
            else
                records.Add(_deserializer.Deserialize(block.ValueAt(_next)), block.TimestampAt(_next));
        }
    }

    private void Handle(KafkaSplit split, FetchedBlock block, int index, Exception cause)
    {
        var offset = block.OffsetAt(index);
        _malformed.Handle($"{split.Topic}, partition {split.Partition}", offset, $"offset {offset}", block.ValueAt(index), cause);
    }

    private void End(AssignedPartition partition)
    {
        partition.NextOffset = partition.End;
        _reading.Remove(partition.Split.SplitId);
        _commits.Finish(partition);
        _context.ReleaseSplit(partition.Split.SplitId);
    }
}
