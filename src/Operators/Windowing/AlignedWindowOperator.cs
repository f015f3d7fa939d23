namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;
using Akka.Flink.State.Timers;
using Akka.Flink.Windowing;

/// <summary>Tumbling and sliding windows of event time with a reduce or aggregate function.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TAggregation">The function.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para>Accumulators lie by pane: for each open pane a table by key. Sliding windows share panes: a record updates one, and a window that
/// fires merges those that it consists of. The result is that of windows which are kept each for itself:
/// a window has what was added to its panes while it was not late, and once it is late it is gone, whatever is added to its panes for the
/// windows behind it.</para>
/// <para>No timers are kept: a pane that is open says which windows will fire. What says which have fired is <see cref="FiredTimes"/>,
/// which equals the watermark; only after a restore, or a watermark that fell back, windows that have fired get records that are
/// not late. These exceptions are kept apart: a timer for each key and window, and, where the window had been cleaned up and its panes are
/// still there for others, accumulators by window.</para>
/// <para>Records of one pane that follow each other share the look-up of the pane.</para>
/// </remarks>
internal sealed partial class AlignedWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>
    : KeyedOneInputOperator<TKey, TCodec, T, TOut>
    where TCodec : struct, IKeyCodec<TKey>
    where TAggregation : struct, IWindowAggregation<T, TAccumulator, TResult>
{
    private const int PrefetchDistance = 16;
    private const int CacheResidentCount = 8 * 1024;

    private readonly AlignedLayout _layout;
    private readonly TAggregation _aggregation;
    private readonly WindowEmitter<TKey, TimeWindow, TResult, TOut> _emitter;
    private readonly long _latenessMs;
    private readonly OutputTag<T>? _lateTag;
    private readonly ITypeSerializer<TAccumulator>? _copier;   // null where accumulators cannot change in place
    private readonly FiredTimes _fired;
    private readonly WindowTable<TKey, TCodec, TAccumulator> _panes;
    private readonly WindowTable<TKey, TCodec, TAccumulator>? _reopened;   // windows that had been cleaned up, in case of sliding ones
    private readonly NamespacedTimers<long> _againTimers;   // by window start
    private OpenWindow<TKey, TCodec, TAccumulator>? _recent;   // panes that need nothing but adding until the next watermark
    private OpenWindow<TKey, TCodec, TAccumulator>? _second;
    private int _position;   // for errors: the record that is being added

    /// <summary>An operator without windows.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="selector">Gives a record's key.</param>
    /// <param name="windows">The assigner.</param>
    /// <param name="options">What was set beside it.</param>
    /// <param name="aggregation">The function.</param>
    /// <param name="emitter">Makes the records that go out.</param>
    public AlignedWindowOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<T, TKey> selector,
        AlignedWindows windows,
        WindowOptions<T> options,
        TAggregation aggregation,
        WindowEmitter<TKey, TimeWindow, TResult, TOut> emitter)
        : base(context, output, codec, selector)
    {
        _latenessMs = options.LatenessMs;
        _lateTag = options.LateTag;
        _layout = new AlignedLayout(windows, _latenessMs);
        _aggregation = aggregation;
        _emitter = emitter;
        var serializer = TypeSerializers.For<TAccumulator>();
        _copier = serializer.IsImmutable ? null : serializer;
        var backend = Scope.Backend;
        _fired = backend.AddTable(new FiredTimes("windows-fired", context));
        _panes = backend.GetWindows<TAccumulator>("windows");
        _reopened = _layout.IsTumbling ? null : backend.GetWindows<TAccumulator>("windows-reopened");
        _againTimers = backend.GetTimers("windows-again", backend.GetNamespace<long>());
        _merged = new OpenWindow<TKey, TCodec, TAccumulator>(_panes);
    }

    /// <inheritdoc/>
    protected override bool WantsSlots => false;

    /// <inheritdoc/>
    public override void Open()
    {
        base.Open();
        _firedThroughMs = _fired.Min;
    }

    /// <inheritdoc/>
    protected override int ProcessRecords(RecordBatch<T> batch, int from, ReadOnlySpan<int> slots)
    {
        var i = from;
        try
        {
            while (i < batch.Count)
            {
                if (Locate(batch.Timestamps[i]) is { } pane)
                {
                    i = AddRun(batch, i, pane);
                    continue;
                }

                _position = i;
                ProcessOne(batch.Values[i].Value, batch.Timestamps[i], Keys[i], Hashes[i]);
                i++;
                if (!IsWritable)
                    return i;
            }
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            var timestampMs = batch.Timestamps[_position];
            throw Failed(Keys[_position], _layout.LastWindowOf(timestampMs), cause, timestampMs);
        }

        return i;
    }

    // Adds records until one belongs to another pane.
    private int AddRun(RecordBatch<T> batch, int from, OpenWindow<TKey, TCodec, TAccumulator> pane)
    {
        var timestamps = batch.Timestamps.AsSpan(0, batch.Count);
        if (pane.Count > CacheResidentCount)
            return AddRunAhead(batch, from, pane);

        var aggregation = _aggregation;
        var values = batch.Values.AsSpan(0, timestamps.Length);
        var keys = Keys[..timestamps.Length];
        var hashes = Hashes[..timestamps.Length];
        var startMs = pane.StartMs;
        var lengthMs = (ulong)_layout.PaneMs;
        var i = from;
        for (; i < timestamps.Length && (ulong)(timestamps[i] - startMs) < lengthMs; i++)
        {
            _position = i;
            ref var accumulator = ref pane.FindHot(keys[i], hashes[i]);
            if (Unsafe.IsNullRef(ref accumulator))
                Add(pane, values[i].Value, keys[i], hashes[i]);
            else
                aggregation.Add(ref accumulator, false, values[i].Value);
        }

        return i;
    }

    // The same, with the lines of the table fetched ahead.
    private int AddRunAhead(RecordBatch<T> batch, int from, OpenWindow<TKey, TCodec, TAccumulator> pane)
    {
        var aggregation = _aggregation;
        var timestamps = batch.Timestamps.AsSpan(0, batch.Count);
        var values = batch.Values.AsSpan(0, timestamps.Length);
        var keys = Keys[..timestamps.Length];
        var hashes = Hashes[..timestamps.Length];
        var startMs = pane.StartMs;
        var lengthMs = (ulong)_layout.PaneMs;
        for (var ahead = from; ahead < Math.Min(from + PrefetchDistance, hashes.Length); ahead++)
            pane.Prefetch(hashes[ahead]);
        var i = from;
        for (; i < timestamps.Length && (ulong)(timestamps[i] - startMs) < lengthMs; i++)
        {
            if (i + PrefetchDistance < hashes.Length)
                pane.Prefetch(hashes[i + PrefetchDistance]);
            _position = i;
            ref var accumulator = ref pane.FindHot(keys[i], hashes[i]);
            if (Unsafe.IsNullRef(ref accumulator))
                Add(pane, values[i].Value, keys[i], hashes[i]);
            else
                aggregation.Add(ref accumulator, false, values[i].Value);
        }

        return i;
    }

    // The pane of a timestamp, if there is nothing to do but to add to it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OpenWindow<TKey, TCodec, TAccumulator>? Locate(long timestampMs) =>
        _recent is { } recent && (ulong)(timestampMs - recent.StartMs) < (ulong)_layout.PaneMs ? recent : LocateOther(timestampMs);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private OpenWindow<TKey, TCodec, TAccumulator>? LocateOther(long timestampMs)
    {
        if (_second is { } second && (ulong)(timestampMs - second.StartMs) < (ulong)_layout.PaneMs)
        {
            (_recent, _second) = (second, _recent);
            return second;
        }

        if (timestampMs == RecordBatch<T>.NoTimestamp)
            return null;

        var paneMs = _layout.PaneOf(timestampMs);
        if (!IsOrdinary(paneMs) || paneMs > timestampMs)
            return null;

        _second = _recent;
        return _recent = _panes.GetOrOpen(paneMs);
    }

    // Whether no window of the pane has fired, or those that have are late.
    private bool IsOrdinary(long paneMs)
    {
        var lastMs = _layout.LastWindowOf(paneMs);
        if (paneMs - lastMs >= _layout.SizeMs)
            return false;
        if (_layout.MaxOf(_layout.FirstWindowOf(paneMs)) > Math.Max(CurrentWatermark, _fired.Max))
            return true;

        return _latenessMs == 0 && CurrentWatermark >= _fired.Max && _layout.MaxOf(lastMs) > CurrentWatermark;
    }

    private JobException Failed(TKey key, long startMs, Exception cause, long? timestampMs = null)
    {
        var window = new TimeWindow(startMs, startMs + _layout.SizeMs);
        return WindowErrors.FunctionFailed(Context, key?.ToString() ?? "null", window, timestampMs, cause);
    }
}
