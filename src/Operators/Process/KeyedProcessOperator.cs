namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Runs a <see cref="KeyedProcessFunction{TKey, TIn, TOut}"/>.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class KeyedProcessOperator<TKey, TCodec, TIn, TOut> : KeyedOneInputOperator<TKey, TCodec, TIn, TOut>
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly KeyedProcessFunction<TKey, TIn, TOut> _function;
    private readonly FunctionContext _context;

    public KeyedProcessOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<TIn, TKey> selector,
        KeyedProcessFunction<TKey, TIn, TOut> function)
        : base(context, output, codec, selector)
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
    protected override int ProcessRecords(RecordBatch<TIn> batch, int from, ReadOnlySpan<int> slots)
    {
        var function = _function;
        var context = _context;
        var keys = Scope.Backend.Keys;   // a function has no namespaces to leave
        var output = Output;
        var values = batch.Values.AsSpan(0, batch.Count);
        var timestamps = batch.Timestamps.AsSpan(0, values.Length);
        slots = slots[..values.Length];
        context.Domain = null;
        ref var value = ref MemoryMarshal.GetReference(values);   // the columns are of one length: no bound is checked for each record
        ref var timestampMs = ref MemoryMarshal.GetReference(timestamps);
        ref var slot = ref MemoryMarshal.GetReference(slots);
        for (var i = from; i < values.Length; i++)
        {
            keys.Current = Unsafe.Add(ref slot, i);
            output.CurrentTimestamp = Unsafe.Add(ref timestampMs, i);
            function.ProcessElement(Unsafe.Add(ref value, i).Value, context, output);
            if (!IsWritable)
                return i + 1;
        }

        return values.Length;
    }

    protected override void OnEventTimer(long timestampMs) => OnTimer(timestampMs, TimeDomain.EventTime);

    protected override void OnClockTimer(long timestampMs) => OnTimer(timestampMs, TimeDomain.ProcessingTime);

    private void OnTimer(long timestampMs, TimeDomain domain)
    {
        _context.TimerMs = timestampMs;
        _context.Domain = domain;
        _function.OnTimer(timestampMs, _context, Output);
    }

    private sealed class FunctionContext(KeyedProcessOperator<TKey, TCodec, TIn, TOut> owner)
        : KeyedProcessFunction<TKey, TIn, TOut>.OnTimerContext
    {
        public long TimerMs;
        public TimeDomain? Domain;   // null in a record's call

        public override TKey CurrentKey => owner.Scope.CurrentKey;

        public override long? Timestamp => TimestampMs is var at && at != RecordBatch<TOut>.NoTimestamp ? at : null;

        public override ITimerService TimerService { get; } = owner.Scope.Timers;

        public override TimeDomain TimeDomain => Domain.GetValueOrDefault();

        private long TimestampMs => Domain is null ? owner.Output.CurrentTimestamp : TimerMs;

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, TimestampMs);
    }
}
