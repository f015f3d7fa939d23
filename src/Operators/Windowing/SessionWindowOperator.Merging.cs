namespace Akka.Flink.Operators;

using Akka.Flink.State.Tables;
using Akka.Flink.Windowing;

/// <content>Records that begin, join or merge sessions where there are several, late records, and the ends of sessions.</content>
internal sealed partial class SessionWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>
{
    private readonly int[] _due = new int[64];   // keys whose timers were due at one time
    private long _dueMs;
    private int _dueCount;
    private int _nextDue;

    /// <inheritdoc/>
    protected override bool Advance()
    {
        if (_nextDue == _dueCount && Scope.EventTimers.Count == 0)
            return true;

        while (_nextDue < _dueCount || TakeDue())
        {
            EndSessions(_due[_nextDue++], _dueMs);
            if (!IsWritable)
                return false;
        }

        Scope.End();
        return true;
    }

    // Takes some of the keys that are due at the next time, so that their sessions can be fetched together.
    private bool TakeDue()
    {
        _nextDue = _dueCount = 0;
        if (!Scope.EventTimers.TryPop(CurrentWatermark, out _dueMs, out var slot))
            return false;

        do
            _due[_dueCount++] = slot;
        while (_dueCount < _due.Length && Scope.EventTimers.TryPop(_dueMs, out _, out slot));
        _sessions.Prefetch(_due.AsSpan(0, _dueCount));
        return true;
    }

    private void EndSessions(int slot, long timestampMs)
    {
        if (!_sessions.Contains(slot))
            return;

        ref var set = ref _sessions.GetOrAddRef(slot, out _);
        for (var i = 0; i < set.Count; i++)
        {
            ref var session = ref set[i];
            if (session.IsPending && session.EndMs - 1 <= timestampMs)
            {
                session.IsPending = false;
                Emit(Scope.Backend.KeyAt(slot), ref session);
            }

            var cleanupMs = CleanupOf(session);
            if (!session.IsPending && cleanupMs <= timestampMs && cleanupMs != long.MaxValue)
                set.Remove(i--, 1, _pool);
        }

        if (set.Count == 0)
        {
            _sessions.Remove(slot);
            return;
        }

        set.TimerMs = long.MaxValue;   // that one is gone
        SetNextTimer(ref set, slot);
    }

    // A record whose own session would have ended: late, unless it joins one that is still there.
    private void ProcessLate(T value, long timestampMs, int slot)
    {
        if (timestampMs == RecordBatch<T>.NoTimestamp)
            throw WindowErrors.NoTimestamp(Context, $"{Keys[_position]}");

        var own = new Session<TAccumulator> { StartMs = timestampMs, EndMs = EndOf(timestampMs) };
        if (CleanupOf(own) > CurrentWatermark)
        {
            AddToAny(ref _sessions.GetOrAddRef(slot, out _), slot, timestampMs, value);
            return;
        }

        if (_sessions.Contains(slot))
        {
            ref var set = ref _sessions.GetOrAddRef(slot, out _);
            if (set.Touched(own.StartMs, own.EndMs, out _) > 0)
            {
                AddToAny(ref set, slot, timestampMs, value);
                return;
            }
        }

        if (timestampMs + _latenessMs > CurrentWatermark)
            return;

        if (_lateTag is null)
            Context.Metrics.LateRecordsDropped++;
        else
            Sides.Collect(_lateTag, value, timestampMs);
    }

    private void AddToAny(ref SessionSet<TAccumulator> set, int slot, long timestampMs, T value)
    {
        if (set.Count == 0)
            set.TimerMs = long.MaxValue;
        var endMs = EndOf(timestampMs);
        var touched = set.Touched(timestampMs, endMs, out var index);
        if (touched == 0)
        {
            ref var begun = ref set.Insert(index, _pool);
            begun = new Session<TAccumulator> { StartMs = timestampMs, EndMs = endMs };
        }
        else if (touched > 1)
        {
            MergeSessions(ref set, index, touched);
        }

        ref var session = ref set[index];
        session.StartMs = Math.Min(session.StartMs, timestampMs);
        session.EndMs = Math.Max(session.EndMs, endMs);
        if (CleanupOf(session) <= CurrentWatermark)
            throw WindowErrors.MergedIntoThePast(Context, $"{Keys[_position]}", session.Window, CurrentWatermark);

        _aggregation.Add(ref session.Accumulator, touched == 0, value);
        session.IsPending = session.EndMs - 1 > CurrentWatermark;
        if (!session.IsPending)
            Emit(Keys[_position], ref session);
        SetNextTimer(ref set, slot);
    }

    private void MergeSessions(ref SessionSet<TAccumulator> set, int index, int count)
    {
        ref var merged = ref set[index];
        for (var i = index + 1; i < index + count; i++)
        {
            ref var other = ref set[i];
            merged.EndMs = Math.Max(merged.EndMs, other.EndMs);
            merged.Accumulator = _aggregation.Merge(merged.Accumulator, other.Accumulator);
        }

        set.Remove(index + 1, count - 1, _pool);
    }

    // One timer a key, never after the first thing that is due. One that is too early does no harm.
    private void SetNextTimer(ref SessionSet<TAccumulator> set, int slot)
    {
        var next = long.MaxValue;
        for (var i = 0; i < set.Count; i++)
        {
            ref var session = ref set[i];
            next = Math.Min(next, session.IsPending ? session.EndMs - 1 : CleanupOf(session));
        }

        if (next >= set.TimerMs)
            return;

        set.TimerMs = next;
        Scope.EventTimers.Register(slot, next);
    }

    private void Emit(TKey key, ref Session<TAccumulator> session)
    {
        try
        {
            var accumulator = _copier is null ? session.Accumulator : _copier.Copy(session.Accumulator);
            _emitter.Emit(key, session.Window, _aggregation.ResultOf(accumulator), Output);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(key, session.Window, cause);
        }
    }
}
