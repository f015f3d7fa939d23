namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Runs a <see cref="KeyedBroadcastProcessFunction{TKey, TIn, TBroadcast, TOut}"/>: the first input is keyed, the second is not.
/// </summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed partial class KeyedBroadcastProcessOperator<TKey, TCodec, TIn, TBroadcast, TOut>
    : TwoInputOperator<TIn, TBroadcast, TOut>, IKeyedOperator
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut> _function;
    private readonly KeyScope<TKey, TCodec> _scope;
    private readonly KeyedInput<TIn, TKey, TCodec> _records;
    private readonly BroadcastStates _states;
    private readonly RecordContext _recordContext;
    private readonly BroadcastContext _broadcastContext;

    public KeyedBroadcastProcessOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<TIn, TKey> selector,
        KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut> function,
        MapStateDescriptor[] descriptors)
        : base(context, output)
    {
        _function = function;
        _scope = new KeyScope<TKey, TCodec>(context, codec, this);
        _records = new KeyedInput<TIn, TKey, TCodec>(_scope, selector, ProcessRecords);
        _states = new BroadcastStates(context, descriptors);
        _recordContext = new RecordContext(this);
        _broadcastContext = new BroadcastContext(this);
    }

    /// <inheritdoc/>
    public override KeyedStateBackend KeyedState => _scope.Backend;

    bool IKeyedOperator.IsWritable => IsWritable;

    long IKeyedOperator.CurrentTimestamp
    {
        get => Output.CurrentTimestamp;
        set => Output.CurrentTimestamp = value;
    }

    void IKeyedOperator.OnEventTimer(long timestampMs) => OnTimer(timestampMs, TimeDomain.EventTime);

    void IKeyedOperator.OnClockTimer(long timestampMs) => OnTimer(timestampMs, TimeDomain.ProcessingTime);

    bool IKeyedOperator.Flush() => Flush();

    /// <inheritdoc/>
    public override void Open()
    {
        _scope.Open();
        _states.Open();
        UserFunction.Open(_function, Context, KeyedState);
    }

    /// <inheritdoc/>
    public override void Close() => _function.Close();

    /// <inheritdoc/>
    protected override int ProcessFirst(RecordBatch<TIn> batch, int from) => _scope.Process(_records, batch, from, withSlots: true);

    /// <inheritdoc/>
    protected override int ProcessSecond(RecordBatch<TBroadcast> batch, int from)
    {
        if (!IsWritable)
            return from;

        _scope.Begin();
        _scope.Backend.ClearCurrent();
        var i = from;
        try
        {
            for (; i < batch.Count && IsWritable; i++)
            {
                Output.CurrentTimestamp = batch.Timestamps[i];
                _function.ProcessBroadcastElement(batch.Values[i].Value, _broadcastContext, Output);
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw _scope.Failed(Output.CurrentTimestamp, cause);
        }

        Context.Metrics.RecordsIn += i - from;
        if (i < batch.Count)
            return i;

        _scope.End();
        Flush();
        return i;
    }

    /// <inheritdoc/>
    protected override bool Advance() => _scope.FireByWatermark(CurrentWatermark);

    /// <inheritdoc/>
    protected override bool FireByClock() => _scope.FireByClock();

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    private int ProcessRecords(RecordBatch<TIn> batch, int from, ReadOnlySpan<int> slots)
    {
        for (var i = from; i < batch.Count; i++)
        {
            _scope.Backend.Keys.Current = slots[i];   // a function has no namespaces to leave
            Output.CurrentTimestamp = batch.Timestamps[i];
            _recordContext.TimestampMs = batch.Timestamps[i];
            _function.ProcessElement(batch.Values[i].Value, _recordContext, Output);
            if (!IsWritable)
                return i + 1;
        }

        return batch.Count;
    }

    private void OnTimer(long timestampMs, TimeDomain domain)
    {
        _recordContext.TimestampMs = timestampMs;
        _recordContext.Domain = domain;
        _function.OnTimer(timestampMs, _recordContext, Output);
    }

    private void Visit<TState>(TState state, Action<TKey, TState> visit)
        where TState : IState
    {
        ArgumentNullException.ThrowIfNull(visit);
        var backend = _scope.Backend;
        for (var slot = backend.NextSlotWith(state, 0); slot >= 0; slot = backend.NextSlotWith(state, slot + 1))
        {
            backend.SetCurrent(slot);
            visit(backend.KeyAt(slot), state);
        }

        backend.ClearCurrent();
    }
}
