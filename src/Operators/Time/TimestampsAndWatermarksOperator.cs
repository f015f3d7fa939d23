namespace Akka.Flink.Operators;

/// <summary>Gives records timestamps and makes watermarks, in the middle of a stream. What comes from upstream is ignored, but for the
/// largest watermark.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>TimestampsAndWatermarksOperator</c>.</para></remarks>
internal sealed class TimestampsAndWatermarksOperator<T> : OneInputOperator<T, T>
{
    private readonly WatermarkEmitter _emitter;
    private readonly GeneratedWatermarks<T> _watermarks;
    private long _nextPeriodMs = long.MaxValue;
    private bool _isPassing;   // the batch is taken, and part of it passed on

    public TimestampsAndWatermarksOperator(OperatorContext context, Output<T> output, WatermarkStrategy<T> strategy)
        : base(context, output)
    {
        _emitter = new WatermarkEmitter(output, context);
        _watermarks = new GeneratedWatermarks<T>(strategy, context.Clock, _emitter);
    }

    public override void Open() => SetNextPeriod();

    internal override void TakeOver(Operator before)
    {
        base.TakeOver(before);
        var same = (TimestampsAndWatermarksOperator<T>)before;
        _emitter.TakeOver(same._emitter);
        _watermarks.TakeOver(same._watermarks);
        _nextPeriodMs = same._nextPeriodMs;
        Context.Clock.WakeUpAt(_nextPeriodMs);
    }

    public override bool Resume()
    {
        var isDone = base.Resume();
        if (isDone)
            _watermarks.OnReleased();
        else
            _watermarks.OnHeldBack();
        return isDone;
    }

    public override int Process(RecordBatch<T> batch, int from)
    {
        if (!Output.IsWritable)
        {
            _watermarks.OnHeldBack();
            return from;
        }

        if (!_watermarks.TakesBatches)
            return ProcessEach(batch, from);

        if (!_isPassing)
        {
            Context.Metrics.RecordsIn += batch.Count - from;
            TakeBatch(batch, from);
        }

        var next = Output.Pass(batch, from);
        _isPassing = next < batch.Count;
        return next;
    }

    public override bool ProcessWatermark(long watermarkMs)
    {
        if (watermarkMs == long.MaxValue)
            _emitter.EmitWatermark(watermarkMs);
        return Output.IsWritable;
    }

    public override bool ProcessStatus(bool idle) => true;

    public override bool EndInput()
    {
        _watermarks.OnEnd();
        return base.EndInput();
    }

    protected override bool FireByClock()
    {
        if (Context.Clock.NowMs < _nextPeriodMs)
        {
            Context.Clock.WakeUpAt(_nextPeriodMs);
            return true;
        }

        _watermarks.OnPeriod();
        SetNextPeriod();
        return true;
    }

    private void TakeBatch(RecordBatch<T> batch, int from)
    {
        try
        {
            _watermarks.TakeBatch(batch, from);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.StrategyFailed(Context, cause);
        }
    }

    private int ProcessEach(RecordBatch<T> batch, int from)
    {
        for (var i = from; i < batch.Count; i++)
        {
            Context.Metrics.RecordsIn++;
            CollectAndTake(batch.Values[i].Value, batch.Timestamps[i]);
            if (!Output.IsWritable)
                return i + 1;
        }

        Flush();
        return batch.Count;
    }

    private void CollectAndTake(T value, long timestampMs)
    {
        try
        {
            timestampMs = _watermarks.TimestampOf(value, timestampMs);
            Output.Collect(value, timestampMs);
            _watermarks.Take(value, timestampMs);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.StrategyFailed(Context, cause);
        }
    }

    private void SetNextPeriod()
    {
        if (Context.AutoWatermarkIntervalMs <= 0)
            return;

        _nextPeriodMs = Context.Clock.NowMs + Context.AutoWatermarkIntervalMs;
        Context.Clock.WakeUpAt(_nextPeriodMs);
    }
}
