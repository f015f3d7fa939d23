namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <content>Cleanup.</content>
internal sealed partial class IntervalJoinOperator<TKey, TCodec, TLeft, TRight, TOut>
{
    private const int LookAhead = 64;

    /// <inheritdoc/>
    public override void PrepareSnapshot() => _past.Raise(CurrentWatermark);

    /// <inheritdoc/>
    protected override bool Advance()
    {
        Span<int> slots = stackalloc int[LookAhead];
        int count;
        do
        {
            for (count = 0; count < slots.Length && Scope.EventTimers.TryPop(CurrentWatermark, out _, out var slot); count++)
                slots[count] = slot;
            _buffers.Prefetch(slots[..count]);
            foreach (var slot in slots[..count])
                LookAgain(slot);
        }
        while (count == slots.Length);

        Scope.End();
        return true;
    }

    // Lets a key go if all its records have left; they need not be looked at for that.
    private void LookAgain(int slot)
    {
        if (!_buffers.Contains(slot))
            return;

        ref var pair = ref _buffers.GetOrAddRef(slot);
        if (pair.LastMs >= CurrentWatermark)
        {
            pair.Left.DropBefore(SaturatingSubtract(CurrentWatermark, _keepLeftMs), _leftPool);
            pair.Right.DropBefore(SaturatingSubtract(CurrentWatermark, _keepRightMs), _rightPool);
            Scope.EventTimers.Register(slot, TimerFor(pair.LastMs));
            return;
        }

        pair.Left.Clear(_leftPool);
        pair.Right.Clear(_rightPool);
        _buffers.Remove(slot);
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

    // A key that loses nothing is left alone: one that was touched would be written with the next changes.
    private void DropBefore(int slot, long timeMs)
    {
        var leftMs = SaturatingSubtract(timeMs, _keepLeftMs);
        var rightMs = SaturatingSubtract(timeMs, _keepRightMs);
        ref readonly var seen = ref _buffers.Peek(slot);
        if (!seen.Left.HasBefore(leftMs) && !seen.Right.HasBefore(rightMs))
            return;

        ref var pair = ref _buffers.GetOrAddRef(slot);
        pair.Left.DropBefore(leftMs, _leftPool);
        pair.Right.DropBefore(rightMs, _rightPool);
        if (pair.Left.Count == 0 && pair.Right.Count == 0)
            _buffers.Remove(slot);
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
