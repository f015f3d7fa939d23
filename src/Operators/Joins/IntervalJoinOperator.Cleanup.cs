namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <content>Cleanup.</content>
internal sealed partial class IntervalJoinOperator<TKey, TCodec, TLeft, TRight, TOut>
{
    /// <inheritdoc/>
    public override void PrepareSnapshot() => _past.Raise(CurrentWatermark);

    /// <inheritdoc/>
    protected override void OnEventTimer(long timestampMs)
    {
        var slot = Scope.Backend.CurrentSlot;
        if (!_buffers.Contains(slot) || DropBefore(slot, CurrentWatermark))
            return;

        ref var pair = ref _buffers.GetOrAddRef(slot, out _);
        var lastMs = long.MinValue;
        if (pair.Left.Count > 0)
            lastMs = pair.Left.LastMs + _keepLeftMs;
        if (pair.Right.Count > 0)
            lastMs = Math.Max(lastMs, pair.Right.LastMs + _keepRightMs);
        Scope.EventTimers.Register(slot, TimerFor(lastMs));
    }

    // After a restore the watermark begins anew. Records that had left before, but were not cleaned up yet, must not meet what comes now;
    // what comes now stays until the watermark passes it again.
    private void DropWhatHadLeft()
    {
        if (_past.Max == long.MinValue)
            return;

        for (var slot = 0; slot < Scope.Backend.Keys.Limit; slot++)
        {
            if (_buffers.Contains(slot))
                DropBefore(slot, _past.Of(Scope.Codec.Hash(Scope.Backend.KeyAt(slot))));
        }

        _past.Reset();
        Scope.End();
    }

    private bool DropBefore(int slot, long timeMs)
    {
        ref var pair = ref _buffers.GetOrAddRef(slot, out _);
        pair.Left.DropBefore(SaturatingSubtract(timeMs, _keepLeftMs), _leftPool);
        pair.Right.DropBefore(SaturatingSubtract(timeMs, _keepRightMs), _rightPool);
        if (pair.Left.Count > 0 || pair.Right.Count > 0)
            return false;

        _buffers.Remove(slot);
        return true;
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
