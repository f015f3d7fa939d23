namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Timers;

/// <summary>What a keyed operator has by key: its state backend and its timers.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <remarks>Owned by one operator; both inputs of a two-input operator share it.</remarks>
internal sealed class KeyScope<TKey, TCodec>
    where TCodec : struct, IKeyCodec<TKey>
{
    private const long NoTimestamp = RecordBatch<int>.NoTimestamp;

    private readonly OperatorContext _context;
    private readonly IKeyedOperator _operator;

    /// <summary>Empty state and timers for the key groups of a subtask.</summary>
    /// <param name="context">Where the operator runs.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="operator">The operator.</param>
    public KeyScope(OperatorContext context, TCodec codec, IKeyedOperator @operator)
    {
        _context = context;
        _operator = @operator;
        Codec = codec;
        var range = KeyGroupRange.Of(context.SubtaskIndex, context.Parallelism, context.MaxParallelism);
        var setup = new KeyedStateSetup(context.Uid, context.SubtaskIndex, range, context.MaxParallelism, ProgramTypes.Instance);
        Backend = new KeyedStateBackend<TKey, TCodec>(setup, codec);
        EventTimers = Backend.GetTimers("event-time");
        ClockTimers = Backend.GetTimers("processing-time");
        Timers = new KeyedTimerService(context, Backend, EventTimers, ClockTimers);
    }

    /// <summary>The key's codec.</summary>
    public TCodec Codec { get; }

    /// <summary>The states.</summary>
    public KeyedStateBackend<TKey, TCodec> Backend { get; }

    /// <summary>The timers by watermark.</summary>
    public TimerQueue EventTimers { get; }

    /// <summary>The timers by clock.</summary>
    public TimerQueue ClockTimers { get; }

    /// <summary>What functions see of the timers.</summary>
    public KeyedTimerService Timers { get; }

    /// <summary>The key of the record or timer that is being processed.</summary>
    public TKey CurrentKey => Backend.CurrentKey;

    /// <summary>Called when the operator opens: timers that were restored want to be woken up for.</summary>
    public void Open()
    {
        Backend.ProcessingTimeMs = _context.Clock.NowMs;
        WakeUpForNext();
    }

    /// <summary>Called before records or timers are processed.</summary>
    public void Begin() => Backend.ProcessingTimeMs = _context.Clock.NowMs;

    /// <summary>Called after records or timers were processed: keys that hold nothing any more leave.</summary>
    public void End()
    {
        Backend.ClearCurrent();
        Backend.EndBatch();
    }

    /// <summary>Processes the records of an input, as <see cref="IInput{T}.Process"/> does.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="batch">The records.</param>
    /// <param name="from">The first one.</param>
    /// <param name="withSlots">Whether slots are wanted.</param>
    /// <returns>The first record that was not processed.</returns>
    public int Process<T>(KeyedInput<T, TKey, TCodec> input, RecordBatch<T> batch, int from, bool withSlots)
    {
        if (!_operator.IsWritable)
            return from;

        Begin();
        input.Resolve(batch, from, withSlots);
        int next;
        try
        {
            next = input.Loop(batch, from, input.Slots);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(_operator.CurrentTimestamp, cause);
        }

        _context.Metrics.RecordsIn += next - from;
        if (next < batch.Count)
            return next;

        input.Done();
        End();
        _operator.Flush();
        return next;
    }

    /// <summary>Fires the timers that a watermark has reached.</summary>
    /// <param name="watermarkMs">The watermark.</param>
    /// <returns>Whether all of them have fired; false when the outputs take no more.</returns>
    public bool FireByWatermark(long watermarkMs)
    {
        if (EventTimers.Count == 0)
            return true;

        Begin();
        try
        {
            while (EventTimers.TryPop(watermarkMs, out var timestampMs, out var slot))
            {
                Backend.SetCurrent(slot);
                _operator.CurrentTimestamp = timestampMs;
                _operator.OnEventTimer(timestampMs);
                if (!_operator.IsWritable)
                    return false;
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(_operator.CurrentTimestamp, cause);
        }

        End();
        return true;
    }

    /// <summary>Fires the timers that the clock has reached.</summary>
    /// <returns>Whether all of them have fired; false when the outputs take no more.</returns>
    public bool FireByClock()
    {
        if (ClockTimers.Count == 0)
            return true;

        Begin();
        _operator.CurrentTimestamp = NoTimestamp;
        try
        {
            while (ClockTimers.TryPop(_context.Clock.NowMs, out var timestampMs, out var slot))
            {
                Backend.SetCurrent(slot);
                _operator.OnClockTimer(timestampMs);
                if (!_operator.IsWritable)
                    return false;
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(NoTimestamp, cause);
        }

        End();
        WakeUpForNext();
        return true;
    }

    /// <summary>Asks to be woken up for the next timer by the clock.</summary>
    public void WakeUpForNext()
    {
        if (ClockTimers.TryPeek(out var nextMs))
            _context.Clock.WakeUpAt(nextMs);
    }

    /// <summary>Wraps what a function threw.</summary>
    /// <param name="timestampMs">The timestamp of the record or timer.</param>
    /// <param name="cause">What it threw.</param>
    public JobException Failed(long timestampMs, Exception cause) =>
        OperatorErrors.FunctionFailed(_context, Backend.CurrentSlot >= 0 ? CurrentKey?.ToString() ?? "null" : null, timestampMs, cause);
}
