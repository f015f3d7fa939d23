namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Runs a <see cref="KeyedCoProcessFunction{TKey, TFirst, TSecond, TOut}"/>.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class KeyedCoProcessOperator<TKey, TCodec, TFirst, TSecond, TOut>
    : KeyedTwoInputOperator<TKey, TCodec, TFirst, TSecond, TOut>
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> _function;
    private readonly FunctionContext _context;

    public KeyedCoProcessOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<TFirst, TKey> first,
        Func<TSecond, TKey> second,
        KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> function)
        : base(context, output, codec, first, second)
    {
        _function = function;
        _context = new FunctionContext(this);
    }

    public override void Open()
    {
        base.Open();
        UserFunction.Open(_function, Context, KeyedState);
    }

    public override void Close() => _function.Close();

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    protected override int ProcessFirstRecords(RecordBatch<TFirst> batch, int from, ReadOnlySpan<int> slots)
    {
        for (var i = from; i < batch.Count; i++)
        {
            Begin(slots[i], batch.Timestamps[i]);
            _function.ProcessElement1(batch.Values[i].Value, _context, Output);
            if (!IsWritable)
                return i + 1;
        }

        return batch.Count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that what it calls for each record is inlined into it
    protected override int ProcessSecondRecords(RecordBatch<TSecond> batch, int from, ReadOnlySpan<int> slots)
    {
        for (var i = from; i < batch.Count; i++)
        {
            Begin(slots[i], batch.Timestamps[i]);
            _function.ProcessElement2(batch.Values[i].Value, _context, Output);
            if (!IsWritable)
                return i + 1;
        }

        return batch.Count;
    }

    protected override void OnEventTimer(long timestampMs) => OnTimer(timestampMs, TimeDomain.EventTime);

    protected override void OnClockTimer(long timestampMs) => OnTimer(timestampMs, TimeDomain.ProcessingTime);

    private void Begin(int slot, long timestampMs)
    {
        Scope.Backend.Keys.Current = slot;   // a function has no namespaces to leave
        Output.CurrentTimestamp = timestampMs;
        _context.TimestampMs = timestampMs;
    }

    private void OnTimer(long timestampMs, TimeDomain domain)
    {
        _context.TimestampMs = timestampMs;
        _context.Domain = domain;
        _function.OnTimer(timestampMs, _context, Output);
    }

    private sealed class FunctionContext(KeyedCoProcessOperator<TKey, TCodec, TFirst, TSecond, TOut> owner)
        : KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut>.OnTimerContext
    {
        public long TimestampMs;
        public TimeDomain Domain;

        public override TKey CurrentKey => owner.Scope.CurrentKey;

        public override long? Timestamp => TimestampMs != RecordBatch<TOut>.NoTimestamp ? TimestampMs : null;

        public override ITimerService TimerService { get; } = owner.Scope.Timers;

        public override TimeDomain TimeDomain => Domain;

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, TimestampMs);
    }
}
