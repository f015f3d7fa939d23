namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.State.Snapshots;
using Akka.Flink.State.Tables;
using Akka.Flink.Windowing;

/// <summary>Joins two streams keyed alike by their timestamps' distance.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TCodec">The key's codec.</typeparam>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para>A record is late if its timestamp is before the watermark. It is kept until the watermark is above the last timestamp that it
/// meets, and no longer: what has left does not come back after a restore, when nothing is late; <see cref="FiredTimes"/> remembers how far
/// the watermark had come.</para>
/// <para>What has left is not looked at any more; its room is given back when the buffer is used next, and by one timer a key, which is set
/// well behind the last record and again if there are newer ones. So keys that fall silent leave.</para>
/// <para><b>Flink.</b> <c>IntervalJoinOperator</c>, but for its cleanup at the bound, which loses pairs.</para>
/// </remarks>
internal sealed partial class IntervalJoinOperator<TKey, TCodec, TLeft, TRight, TOut>
    : KeyedTwoInputOperator<TKey, TCodec, TLeft, TRight, TOut>
    where TCodec : struct, IKeyCodec<TKey>
{
    private readonly ProcessJoinFunction<TLeft, TRight, TOut> _function;
    private readonly IntervalJoinOptions<TLeft, TRight> _options;
    private readonly PairContext _pair;
    private readonly FiredTimes _past;
    private readonly JoinPool<TLeft> _leftPool = new();
    private readonly JoinPool<TRight> _rightPool = new();
    private readonly Column<JoinPair<TLeft, TRight>> _buffers;
    private readonly long _keepLeftMs;    // how long after its timestamp a left record meets others
    private readonly long _keepRightMs;
    private readonly long _timerStepMs;

    /// <summary>A join without records.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    /// <param name="left">Gives the key of a left record.</param>
    /// <param name="right">Gives the key of a right record.</param>
    /// <param name="options">How it joins.</param>
    /// <param name="function">The user's function, this subtask's own.</param>
    public IntervalJoinOperator(
        OperatorContext context,
        Output<TOut> output,
        TCodec codec,
        Func<TLeft, TKey> left,
        Func<TRight, TKey> right,
        IntervalJoinOptions<TLeft, TRight> options,
        ProcessJoinFunction<TLeft, TRight, TOut> function)
        : base(context, output, codec, left, right)
    {
        _options = options;
        _function = function;
        _pair = new PairContext(context);
        // A record that meets earlier ones only still stays until the watermark is above it: it is not late before.
        _keepLeftMs = Math.Max(0, options.Bounds.UpperMs);
        _keepRightMs = Math.Max(0, -options.Bounds.LowerMs);
        _timerStepMs = Math.Max(1, _keepLeftMs + _keepRightMs);
        var serializer = new JoinPairSerializer<TLeft, TRight>(TypeSerializers.For<TLeft>(), TypeSerializers.For<TRight>(), _leftPool,
            _rightPool);
        var info = new StateInfo("interval-join", StateKind.Value, false, null, null, serializer.Schema);
        _past = Scope.Backend.AddTable(new FiredTimes("interval-join-past", context));
        _buffers = Scope.Backend.AddTable(new Column<JoinPair<TLeft, TRight>>(info, Scope.Backend.Keys, serializer));
    }

    /// <inheritdoc/>
    public override void Open()
    {
        base.Open();
        DropWhatHadLeft();
        UserFunction.Open(_function, Context, Scope.Backend);
    }

    /// <inheritdoc/>
    public override void Close() => UserFunction.Close(_function);

    /// <inheritdoc/>
    protected override int ProcessFirstRecords(RecordBatch<TLeft> batch, int from, ReadOnlySpan<int> slots)
    {
        var bounds = _options.Bounds;
        for (var i = from; i < batch.Count; i++)
        {
            var timestampMs = batch.Timestamps[i];
            var value = batch.Values[i].Value;
            Scope.Backend.SetCurrent(slots[i]);
            Output.CurrentTimestamp = timestampMs;
            if (timestampMs < CurrentWatermark || timestampMs == RecordBatch<TLeft>.NoTimestamp)
            {
                PutOutLate(_options.LeftLate, value, timestampMs);
            }
            else
            {
                ref var pair = ref BuffersOf(slots[i], timestampMs, _keepLeftMs);
                if (pair.Right.Count > 0)
                    Join(value, timestampMs, ref pair.Right, bounds);
                pair.Left.Add(timestampMs, value, _leftPool);
            }

            if (!IsWritable)
                return i + 1;
        }

        return batch.Count;
    }

    /// <inheritdoc/>
    protected override int ProcessSecondRecords(RecordBatch<TRight> batch, int from, ReadOnlySpan<int> slots)
    {
        var bounds = _options.Bounds;
        for (var i = from; i < batch.Count; i++)
        {
            var timestampMs = batch.Timestamps[i];
            var value = batch.Values[i].Value;
            Scope.Backend.SetCurrent(slots[i]);
            Output.CurrentTimestamp = timestampMs;
            if (timestampMs < CurrentWatermark || timestampMs == RecordBatch<TRight>.NoTimestamp)
            {
                PutOutLate(_options.RightLate, value, timestampMs);
            }
            else
            {
                ref var pair = ref BuffersOf(slots[i], timestampMs, _keepRightMs);
                if (pair.Left.Count > 0)
                    Join(ref pair.Left, value, timestampMs, bounds);
                pair.Right.Add(timestampMs, value, _rightPool);
            }

            if (!IsWritable)
                return i + 1;
        }

        return batch.Count;
    }

    private void Join(TLeft left, long leftMs, ref JoinBuffer<TRight> right, IntervalBounds bounds)
    {
        right.DropBefore(SaturatingSubtract(CurrentWatermark, _keepRightMs), _rightPool);
        var records = right.Records;
        var until = leftMs + bounds.UpperMs;
        for (var i = right.PositionOf(leftMs + bounds.LowerMs); i < records.Length && records[i].TimestampMs <= until; i++)
        {
            Output.CurrentTimestamp = _pair.Set(leftMs, records[i].TimestampMs);
            _function.ProcessElement(left, records[i].Value, _pair, Output);
        }
    }

    private void Join(ref JoinBuffer<TLeft> left, TRight right, long rightMs, IntervalBounds bounds)
    {
        left.DropBefore(SaturatingSubtract(CurrentWatermark, _keepLeftMs), _leftPool);
        var records = left.Records;
        var until = rightMs - bounds.LowerMs;
        for (var i = left.PositionOf(rightMs - bounds.UpperMs); i < records.Length && records[i].TimestampMs <= until; i++)
        {
            Output.CurrentTimestamp = _pair.Set(records[i].TimestampMs, rightMs);
            _function.ProcessElement(records[i].Value, right, _pair, Output);
        }
    }

    private ref JoinPair<TLeft, TRight> BuffersOf(int slot, long timestampMs, long keepMs)
    {
        ref var pair = ref _buffers.GetOrAddRef(slot, out var added);
        var lastMs = timestampMs + keepMs;
        if (added)
            Scope.EventTimers.Register(slot, TimerFor(lastMs));
        if (added || lastMs > pair.LastMs)
            pair.LastMs = lastMs;
        return ref pair;
    }

    private void PutOutLate<T>(OutputTag<T>? tag, T value, long timestampMs)
    {
        if (timestampMs == RecordBatch<T>.NoTimestamp)
            throw WindowErrors.NoTimestampInJoin(Context, $"{Scope.CurrentKey}");
        if (tag is null)
            Context.Metrics.LateRecordsDropped++;
        else
            Sides.Collect(tag, value, timestampMs);
    }
}
