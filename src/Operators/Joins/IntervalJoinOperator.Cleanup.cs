namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <content>Cleanup.</content>
internal sealed partial class IntervalJoinOperator<TKey, TCodec, TLeft, TRight, TOut>
{
    /// <inheritdoc/>
    protected override bool Advance()
    {
        if (!base.Advance())
            return false;

        _past.Raise(CurrentWatermark);
        return true;
    }

    /// <inheritdoc/>
    protected override void OnEventTimer(long timestampMs)
    {
        var slot = Scope.Backend.CurrentSlot;
        if (!_buffers.Contains(slot))
            return;

        ref var pair = ref _buffers.GetOrAddRef(slot, out _);
        pair.Left.DropBefore(SaturatingSubtract(CurrentWatermark, _keepLeftMs), _leftPool);
        pair.Right.DropBefore(SaturatingSubtract(CurrentWatermark, _keepRightMs), _rightPool);
        if (pair.Left.Count == 0 && pair.Right.Count == 0)
        {
            _buffers.Remove(slot);
            return;
        }

        var lastMs = long.MinValue;
        if (pair.Left.Count > 0)
            lastMs = pair.Left.LastMs + _keepLeftMs;
        if (pair.Right.Count > 0)
            lastMs = Math.Max(lastMs, pair.Right.LastMs + _keepRightMs);
        Scope.EventTimers.Register(slot, TimerFor(lastMs));
    }

    private static long SaturatingSubtract(long timeMs, long ms)
    {
        var difference = timeMs - ms;
        return ms > 0 && difference > timeMs ? long.MinValue : ms < 0 && difference < timeMs ? long.MaxValue : difference;
    }

    // The first time at which a record that meets nothing after a time has left, rounded up so that few times have timers.
    private long TimerFor(long lastMs)
    {
        var earliest = lastMs + 1;
        var remainder = earliest % _timerStepMs;
        var rounded = remainder > 0 ? earliest - remainder + _timerStepMs : earliest - remainder;
        return rounded < earliest ? long.MaxValue : rounded;
    }

    private sealed class PairContext(OperatorContext context) : ProcessJoinFunction<TLeft, TRight, TOut>.Context
    {
        private long _left;
        private long _right;

        public override long LeftTimestamp => _left;

        public override long RightTimestamp => _right;

        public override long Timestamp => Math.Max(_left, _right);

        public long Set(long left, long right)
        {
            _left = left;
            _right = right;
            return Math.Max(left, right);
        }

        public override void Output<T>(OutputTag<T> tag, T value) => context.Sides.Collect(tag, value, Math.Max(_left, _right));
    }
}
