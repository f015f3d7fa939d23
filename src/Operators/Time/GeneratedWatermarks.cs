namespace Akka.Flink.Operators;

/// <summary>The timestamps and watermarks of one stream or split, as a strategy says.</summary>
/// <typeparam name="T">The records' type.</typeparam>
internal sealed class GeneratedWatermarks<T>
{
    private IWatermarkGenerator<T> _generator;
    private IBatchWatermarkGenerator? _batchGenerator;
    private readonly Func<T, long, long>? _assigner;
    private IdlenessDetector? _idleness;
    private PausableClock _clock;
    private readonly IWatermarkOutput _output;

    /// <summary>A generator of its own.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="output">Takes the watermarks.</param>
    public GeneratedWatermarks(WatermarkStrategy<T> strategy, IProcessingTimeService clock, IWatermarkOutput output)
    {
        _generator = strategy.Generator();
        _batchGenerator = _generator as IBatchWatermarkGenerator;
        _assigner = strategy.TimestampAssigner;
        _clock = new PausableClock(clock);
        _idleness = strategy.IdleTimeout is { } timeout ? new IdlenessDetector((long)timeout.TotalMilliseconds, _clock) : null;
        _output = output;
    }

    /// <summary>Whether records alone never make the generator emit, so that a batch can be taken at once.</summary>
    public bool TakesBatches => _batchGenerator is not null;

    /// <summary>Takes over generator and idle time; see <see cref="Operator.TakeOver"/>.</summary>
    /// <param name="before">What stood here before, with the same clock.</param>
    public void TakeOver(GeneratedWatermarks<T> before)
    {
        _generator = before._generator;
        _batchGenerator = before._batchGenerator;
        _idleness = before._idleness;
        _clock = before._clock;
    }

    /// <summary>Gives the records of a batch their timestamps, and shows them to the generator.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="from">The first record.</param>
    public void TakeBatch(RecordBatch<T> batch, int from)
    {
        if (_assigner is { } assign)
        {
            var values = batch.Values.AsSpan(0, batch.Count);
            var timestamps = batch.Timestamps.AsSpan(0, values.Length);
            for (var i = from; i < values.Length; i++)
                timestamps[i] = assign(values[i].Value, timestamps[i]);
        }

        _batchGenerator?.OnBatch(batch.Timestamps.AsSpan(from..batch.Count));
        _idleness?.OnRecords();
    }

    /// <summary>The timestamp of a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">The one that it has.</param>
    public long TimestampOf(T value, long timestampMs) => _assigner is null ? timestampMs : _assigner(value, timestampMs);

    /// <summary>Shows a record to the generator, which may emit.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its timestamp.</param>
    public void Take(T value, long timestampMs)
    {
        _generator.OnEvent(value, timestampMs, _output);
        _idleness?.OnRecords();
    }

    /// <summary>Called at each period.</summary>
    public void OnPeriod()
    {
        if (_idleness is null || !_idleness.Check(out var hasTurned))
            _generator.OnPeriodicEmit(_output);
        else if (hasTurned)
            _output.MarkIdle();
    }

    /// <summary>Called when the stream is held back, from downstream or for others to catch up: that is not idleness.</summary>
    public void OnHeldBack() => _clock.Pause();

    /// <summary>Called when it is not any more.</summary>
    public void OnReleased() => _clock.GoOn();

    /// <summary>Called at the end.</summary>
    public void OnEnd() => _generator.OnPeriodicEmit(_output);
}
