namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <content>Timers, cleanup and merging.</content>
internal sealed partial class WindowOperator<T, TKey, TCodec, TWindow, TContents, TOut>
{
    /// <inheritdoc/>
    protected override bool Advance()
    {
        if (_eventTimers.Count == 0)
            return true;

        Scope.Begin();
        while (_eventTimers.TryPop(CurrentWatermark, out var timeMs, out var slot, out var window))
        {
            OnTimer(slot, window, timeMs, isEventTime: true);
            if (!IsWritable)
                return false;
        }

        Scope.End();
        return true;
    }

    /// <inheritdoc/>
    protected override bool FireByClock()
    {
        if (_clockTimers.Count == 0)
            return true;

        Scope.Begin();
        while (_clockTimers.TryPop(_context.CurrentProcessingTime, out var timeMs, out var slot, out var window))
        {
            OnTimer(slot, window, timeMs, isEventTime: false);
            if (!IsWritable)
                return false;
        }

        Scope.End();
        WakeUpForNext();
        return true;
    }

    private void WakeUpForNext()
    {
        if (_clockTimers.TryPeek(out var nextMs))
            Context.Clock.WakeUpAt(nextMs);
    }

    private void OnTimer(int slot, TWindow window, long timeMs, bool isEventTime)
    {
        Scope.Backend.SetCurrent(slot);
        _context.Window = window;
        var stateWindow = window;
        if (_merging is not null && !_merging.TryGet(window, out stateWindow))
            return;   // merged into another one meanwhile

        _windows.SetCurrent(stateWindow!);
        try
        {
            var result = isEventTime
                ? _trigger.OnEventTime(timeMs, window, _context)
                : _trigger.OnProcessingTime(timeMs, window, _context);
            Act(result, stateWindow!);
            if (isEventTime == _isEventTime && CleanupOf(window) == timeMs)
                CleanUp(window, stateWindow!);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(window, cause);
        }
    }

    private void CleanUp(TWindow window, TWindow stateWindow)
    {
        if (_merging is not null)
            _windows.SetCurrent(stateWindow);
        _contents.Clear();
        _trigger.Clear(window, _context);
        _function.Clear(window);
        _merging?.Remove(window);
    }

    // Merges the record's window with those of the key that it touches, then adds the record. Answers whether the result is not late.
    private bool MergeAndAdd(TWindow assigned, T value, long timestampMs)
    {
        var merged = MergedWith(assigned);
        if (_context.Merged.Count == 0)
        {
            if (IsLate(assigned))
                return false;

            _merging!.Put(assigned, assigned);
            return AddTo(assigned, assigned, value, timestampMs);
        }

        if (_context.Merged.Count > 1 || !_context.Merged[0].Equals(merged))
            Merge(merged);
        return AddTo(merged, _merging!.Get(merged)!, value, timestampMs);
    }

    // The window that a record's becomes part of; those that it takes the place of are put down.
    private TWindow MergedWith(TWindow assigned)
    {
        _context.Merged.Clear();
        var merged = assigned;
        foreach (var (window, _) in _merging!)
        {
            if (!_assigner.TryMerge(assigned, window, out _))
                continue;

            _assigner.TryMerge(merged, window, out merged);
            _context.Merged.Add(window);
        }

        return merged;
    }

    private void Merge(TWindow merged)
    {
        var timeMs = _isEventTime ? CurrentWatermark : _context.CurrentProcessingTime;
        if (CleanupOf(merged) <= timeMs)
            throw WindowErrors.MergedIntoThePast(Context, $"{Scope.CurrentKey}", merged, timeMs);

        try
        {
            _context.Window = merged;
            _trigger.OnMerge(merged, _context);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw Failed(merged, cause);
        }

        var stateWindow = _merging!.Get(_context.Merged[0])!;
        foreach (var window in _context.Merged)
        {
            var from = _merging.Get(window)!;
            if (!window.Equals(merged))
                Retire(window);
            if (from.Equals(stateWindow))
                continue;

            _windows.SetCurrent(from);
            _contents.TakeOut();
        }

        _windows.SetCurrent(stateWindow);
        _contents.MergeIn();
        _merging.Put(merged, stateWindow);
    }

    // Takes a window's timers, what its trigger keeps and its place, not its content.
    private void Retire(TWindow window)
    {
        _context.Window = window;
        _trigger.Clear(window, _context);
        if (_isEventTime)
            _context.DeleteEventTimeTimer(CleanupOf(window));
        else
            _context.DeleteProcessingTimeTimer(CleanupOf(window));
        _merging!.Remove(window);
    }
}
