namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;
using Akka.Flink.Windowing;

/// <summary>Sessions of event time with a reduce or aggregate function.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TAccumulator">What is kept for a session.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TAggregation">The function.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para>The sessions of a key are one entry of a column. A record of a key with one open session that it belongs to extends that and adds
/// to it: no timer moves. The key has one timer, at the earliest time at which one of its sessions was to end when it was set;
/// when it is due and the session has grown, it is set anew within the same advance, so sessions end in the order of their ends all the
/// same.</para>
/// </remarks>
internal sealed partial class SessionWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>
    : KeyedOneInputOperator<TKey, TCodec, T, TOut>
    where TCodec : struct, IKeyCodec<TKey>
    where TAggregation : struct, IWindowAggregation<T, TAccumulator, TResult>
{
    private readonly TAggregation _aggregation;
    private readonly WindowEmitter<TKey, TimeWindow, TResult, TOut> _emitter;
    private readonly SessionPool<TAccumulator> _pool = new();
    private readonly Column<SessionSet<TAccumulator>> _sessions;
    private readonly ITypeSerializer<TAccumulator>? _copier;   // null where results cannot be changed later
    private readonly long _gapMs;
    private readonly long _latenessMs;
    private readonly OutputTag<T>? _lateTag;
    private int _position;   // for errors: the record that is being added

    /// <summary>An operator without sessions.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="selector">Gives a record's key.</param>
    /// <param name="windows">The assigner.</param>
    /// <param name="options">What was set beside it.</param>
    /// <param name="aggregation">The function.</param>
    /// <param name="emitter">Makes the records that go out.</param>
    public SessionWindowOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<T, TKey> selector,
        SessionWindows windows,
        WindowOptions<T> options,
        TAggregation aggregation,
        WindowEmitter<TKey, TimeWindow, TResult, TOut> emitter)
        : base(context, output, codec, selector)
    {
        _gapMs = windows.GapMs;
        _latenessMs = options.LatenessMs;
        _lateTag = options.LateTag;
        _aggregation = aggregation;
        _emitter = emitter;
        var accumulators = TypeSerializers.For<TAccumulator>();
        _copier = accumulators.IsImmutable || _latenessMs == 0 ? null : accumulators;
        var serializer = new SessionSetSerializer<TAccumulator>(accumulators, _pool);
        var info = new StateInfo("sessions", StateKind.Value, false, null, null, serializer.Schema);
        _sessions = Scope.Backend.AddTable(new Column<SessionSet<TAccumulator>>(info, Scope.Backend.Keys, serializer));
    }

    /// <inheritdoc/>
    protected override int ProcessRecords(RecordBatch<T> batch, int from, ReadOnlySpan<int> slots)
    {
        try
        {
            return AddAll(batch, from, slots);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            var timestampMs = batch.Timestamps[_position];
            throw Failed(Keys[_position], new TimeWindow(timestampMs, EndOf(timestampMs)), cause, timestampMs);
        }
    }

    private int AddAll(RecordBatch<T> batch, int from, ReadOnlySpan<int> slots)
    {
        var aggregation = _aggregation;
        var timestamps = batch.Timestamps.AsSpan(0, batch.Count);
        var values = batch.Values.AsSpan(0, timestamps.Length);
        slots = slots[..timestamps.Length];
        for (var i = from; i < timestamps.Length; i++)
        {
            _position = i;
            var timestampMs = timestamps[i];
            if (EndOf(timestampMs) - 1 <= CurrentWatermark || timestampMs == RecordBatch<T>.NoTimestamp)
            {
                ProcessLate(values[i].Value, timestampMs, slots[i]);
                if (!IsWritable)
                    return i + 1;
                continue;
            }

            ref var set = ref _sessions.GetOrAddRef(slots[i], out var added);
            if (added)
            {
                Begin(ref set, slots[i], timestampMs, values[i].Value);
                continue;
            }

            ref var session = ref set.First;
            if (set.Count > 1 || !session.IsPending || timestampMs > session.EndMs || EndOf(timestampMs) < session.StartMs)
            {
                AddToAny(ref set, slots[i], timestampMs, values[i].Value);
                continue;
            }

            if (timestampMs < session.StartMs)
                session.StartMs = timestampMs;
            if (timestampMs + _gapMs > session.EndMs)
                session.EndMs = timestampMs + _gapMs;
            aggregation.Add(ref session.Accumulator, false, values[i].Value);
        }

        return timestamps.Length;
    }

    private void Begin(ref SessionSet<TAccumulator> set, int slot, long timestampMs, T value)
    {
        set.Count = 1;
        set.First.StartMs = timestampMs;
        set.First.EndMs = EndOf(timestampMs);
        set.First.IsPending = true;
        _aggregation.Add(ref set.First.Accumulator, true, value);
        set.TimerMs = set.First.EndMs - 1;
        Scope.EventTimers.Register(slot, set.TimerMs);
    }

    private long EndOf(long timestampMs) => timestampMs + _gapMs;

    private long CleanupOf(in Session<TAccumulator> session)
    {
        var max = session.EndMs - 1;
        var cleanup = max + _latenessMs;
        return cleanup >= max ? cleanup : long.MaxValue;
    }

    private JobException Failed(TKey key, TimeWindow window, Exception cause, long? timestampMs = null) =>
        WindowErrors.FunctionFailed(Context, $"{key}", window, timestampMs, cause);
}
