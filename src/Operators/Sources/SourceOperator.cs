namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Asks a reader for records, gives them timestamps, makes watermarks by split, and hands all that on.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <remarks><para><b>Flink.</b> <c>SourceOperator</c>.</para></remarks>
internal sealed class SourceOperator<T, TSplit> : OutputOperator<T>, ISourceOperator, ISplitReceiver<TSplit>, ISourceReaderContext
    where TSplit : ISourceSplit
{
    private readonly SourceBatch<T> _batch = new();
    private readonly ITypeSerializer<TSplit> _splitSerializer;
    private readonly WatermarkEmitter _emitter;
    private readonly SourceWatermarks<T> _watermarks;
    private readonly ISourceReader<T, TSplit> _reader;
    private readonly bool _isPlain;      // the strategy has nothing to do
    private readonly SourceAlignment? _alignment;
    private readonly List<TSplit> _restored = [];
    private long _nextPeriodMs = long.MaxValue;
    private int _passed = -1;            // how much of the batch is handed on; -1 when there is none
    private PollStatus _status = PollStatus.MoreAvailable;
    private bool _hasEnded;
    private bool _isDrained;             // the reader is not asked any more
    private bool _isHeldBack;            // what is downstream takes no more

    public SourceOperator(OperatorContext context, Output<T> output, ISourceSetup<T, TSplit> setup, WatermarkStrategy<T> strategy)
        : base(context, output)
    {
        _splitSerializer = setup.SplitSerializer;
        _emitter = new WatermarkEmitter(output, context);
        _watermarks = new SourceWatermarks<T>(strategy, context.Clock, _emitter);
        _isPlain = strategy.IsNone;
        _reader = setup.CreateReader(this);
        if (strategy.Alignment is { } alignment)
            _alignment = new SourceAlignment(alignment, context, _reader as ISplitPausing, _watermarks.Align);
    }

    public string OperatorName => Context.Name;

    public string OperatorUid => Context.Uid;

    public int SubtaskIndex => Context.SubtaskIndex;

    public int Parallelism => Context.Parallelism;

    /// <inheritdoc/>
    public Action<int> SplitRequested { get; set; } = static _ => { };

    /// <inheritdoc/>
    public Action<int, ReadOnlyMemory<byte>> SourceEventSent { get; set; } = static (_, _) => { };

    public void SendSourceEvent(ReadOnlyMemory<byte> data) => SourceEventSent(Context.SubtaskIndex, data);

    /// <inheritdoc cref="ISourceOperator.HandleSourceEvent"/>
    public void HandleSourceEvent(ReadOnlyMemory<byte> data) => _reader.HandleSourceEvent(data);

    /// <inheritdoc/>
    public Action<int, long> WatermarkReported { get; set; } = static (_, _) => { };

    /// <inheritdoc cref="ISourceOperator.SetMaxWatermark"/>
    public void SetMaxWatermark(long watermarkMs)
    {
        if (_alignment is null)
            return;

        _alignment.MaxWatermarkMs = watermarkMs;
        _alignment.AlignSplits();
        CheckAlignment();
    }

    public override bool Resume()
    {
        var isDone = base.Resume();
        _isHeldBack = !isDone;
        CheckAlignment();
        return isDone;
    }

    public void SendSplitRequest() => SplitRequested(Context.SubtaskIndex);

    public void ReleaseSplit(string splitId) => _watermarks.Release(splitId);

    public bool Collect<TSide>(OutputTag<TSide> tag, TSide value, long timestampMs) => Sides.Collect(tag, value, timestampMs);

    public Counter Counter(string name) => Context.Metrics.Counter(name);

    public override void Open()
    {
        SetNextPeriod();
        _alignment?.SetNextReport();
        _reader.Start();
        if (_restored.Count > 0)
            AddSplits(_restored);
    }

    /// <summary>Takes splits that were assigned.</summary>
    public void AddSplits(IReadOnlyList<TSplit> splits)
    {
        if (!_isPlain)
        {
            foreach (var split in splits)
                _watermarks.AddSplit(split.SplitId);
        }

        _reader.AddSplits(splits);
    }

    /// <inheritdoc/>
    public void AddSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits) => AddSplits(Read(splits));

    /// <inheritdoc cref="ISplitReceiver{TSplit}.NoMoreSplits"/>
    public void NoMoreSplits() => _reader.NoMoreSplits();

    /// <inheritdoc/>
    public void Drain() => _isDrained = true;

    public bool IsDelivering => _passed >= 0;

    public PollStatus Poll(int limit)
    {
        if (!IsWritable)
        {
            _watermarks.OnHeldBack();
            return PollStatus.MoreAvailable;
        }

        if (_passed < 0)
        {
            if (IsAhead && !_isDrained)
                return PollStatus.NothingAvailable;

            _batch.Reset(limit);
            _status = _isDrained ? PollStatus.EndOfInput : Ask();
            _passed = 0;
        }

        if (!Deliver())
            return PollStatus.MoreAvailable;
        if (_status == PollStatus.EndOfInput && !_hasEnded)
            End();
        return _status;
    }

    public Task WaitAsync(CancellationToken cancellationToken) =>
        IsAhead ? Task.Delay(Timeout.Infinite, cancellationToken) : _reader.WaitAsync(cancellationToken);

    private bool IsAhead => _alignment is not null && !_hasEnded && _emitter.CurrentMs > _alignment.MaxWatermarkMs;

    public override void NotifyCheckpointComplete(long checkpointId) => _reader.NotifyCheckpointComplete(checkpointId);

    public override IReadOnlyList<ReadOnlyMemory<byte>> SnapshotElements(long checkpointId)
    {
        var elements = new List<ReadOnlyMemory<byte>>();
        foreach (var split in _reader.SnapshotState(checkpointId))
        {
            var buffer = new ArrayBufferWriter<byte>();
            _splitSerializer.Write(buffer, split);
            elements.Add(buffer.WrittenMemory);
        }

        return elements;
    }

    public override void RestoreElements(IReadOnlyList<ReadOnlyMemory<byte>> elements) => _restored.AddRange(Read(elements));

    public override void Close() => _reader.Close();

    protected override bool FireByClock()
    {
        if (Context.Clock.NowMs >= _nextPeriodMs)
        {
            _watermarks.OnPeriod();
            SetNextPeriod();
        }

        Context.Clock.WakeUpAt(_nextPeriodMs);
        if (_alignment is null)
            return true;

        _alignment.AlignSplits();
        CheckAlignment();
        if (_alignment.IsReportDue())
            WatermarkReported(Context.SubtaskIndex, _hasEnded || _emitter.IsIdle ? long.MaxValue : _emitter.CurrentMs);
        return true;
    }

    // Neither what is held back from downstream nor what waits for others is idle.
    private void CheckAlignment()
    {
        if (_isPlain)
            return;
        if (_isHeldBack || IsAhead)
            _watermarks.OnHeldBack();
        else
            _watermarks.OnReleased();
    }

    private TSplit[] Read(IReadOnlyList<ReadOnlyMemory<byte>> elements)
    {
        var splits = new TSplit[elements.Count];
        for (var i = 0; i < splits.Length; i++)
        {
            var bytes = elements[i].Span;
            splits[i] = _splitSerializer.Read(ref bytes);
        }

        return splits;
    }

    private PollStatus Ask()
    {
        try
        {
            return _reader.TryPoll(_batch);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.SourceFailed(Context, cause);
        }
    }

    private bool Deliver()
    {
        var records = _batch.Records;
        if (_passed < records.Count)
        {
            if (_passed == 0)
                Context.Metrics.RecordsIn += records.Count;
            if (!HandOn(records))
                return false;
        }

        _passed = -1;
        if (!Sides.IsEmpty)
            Sides.Flush();
        if (_batch.WatermarkMs is { } watermarkMs)
            _emitter.EmitWatermark(watermarkMs);
        return IsWritable;
    }

    private bool HandOn(RecordBatch<T> records)
    {
        if (_isPlain)
            return Pass(records);

        var watermarks = _watermarks.Of(_batch.SplitId);
        if (!watermarks.TakesBatches)
            return CollectEach(records, watermarks);

        if (_passed == 0)
            TakeBatch(records, watermarks);
        return Pass(records);
    }

    private void TakeBatch(RecordBatch<T> records, GeneratedWatermarks<T> watermarks)
    {
        try
        {
            watermarks.TakeBatch(records, 0);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.StrategyFailed(Context, cause);
        }
    }

    private bool Pass(RecordBatch<T> records)
    {
        _passed = Output.Pass(records, _passed);
        return _passed >= records.Count;   // what is downstream may have compacted the batch
    }

    private bool CollectEach(RecordBatch<T> records, GeneratedWatermarks<T> watermarks)
    {
        while (_passed < records.Count)
        {
            var value = records.Values[_passed].Value;
            CollectAndTake(value, records.Timestamps[_passed++], watermarks);
            if (!Output.IsWritable)
                return false;
        }

        return Flush();
    }

    private void CollectAndTake(T value, long timestampMs, GeneratedWatermarks<T> watermarks)
    {
        try
        {
            timestampMs = watermarks.TimestampOf(value, timestampMs);
            Output.Collect(value, timestampMs);
            watermarks.Take(value, timestampMs);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.StrategyFailed(Context, cause);
        }
    }

    private void End()
    {
        _hasEnded = true;
        _emitter.EmitWatermark(long.MaxValue);
        EmitEnd();
    }

    private void SetNextPeriod()
    {
        if (Context.AutoWatermarkIntervalMs <= 0 || _isPlain)
            return;

        _nextPeriodMs = Context.Clock.NowMs + Context.AutoWatermarkIntervalMs;
        Context.Clock.WakeUpAt(_nextPeriodMs);
    }
}
