namespace Akka.Flink.Operators;

/// <content>Calls: how they begin, come back, are tried again and time out.</content>
internal sealed partial class AsyncWaitOperator<TIn, TOut>
{
    private readonly CancellationTokenSource _closing = new();
    private AsyncTimers<TIn, TOut> _timers = new();
    private AsyncInbox<TIn, TOut> _inbox;

    private void Add(AsyncEntry<TIn, TOut> entry)
    {
        _queue.Add(entry);
        if (entry.IsWatermark)
            return;

        if (_options.TimeoutMs > 0)
        {
            entry.Cancellation = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            _timers.AddTimeout(entry, Later(_options.TimeoutMs));
            Context.Clock.WakeUpAt(_timers.NextMs);
        }

        Begin(entry);
    }

    private void Begin(AsyncEntry<TIn, TOut> entry)
    {
        entry.Attempts++;
        entry.IsWaitingForRetry = false;
        var call = new AsyncCall<TIn, TOut>(_inbox, entry, entry.Attempts, Invoke(entry));
        if (call.Task.IsCompleted)
            Take(call);
        else
            call.Begin();
    }

    private Task<IReadOnlyCollection<TOut>> Invoke(AsyncEntry<TIn, TOut> entry)
    {
        try
        {
            return _function.InvokeAsync(entry.Value, entry.Cancellation?.Token ?? _closing.Token)
                ?? throw OperatorErrors.NoTask(_function.GetType());
        }
        catch (Exception cause)   // as if the call had failed: it may be tried again
        {
            return Task.FromException<IReadOnlyCollection<TOut>>(cause);
        }
    }

    private void TakeCalls()
    {
        _inbox.Open();
        while (_inbox.TryTake(out var call))
            Take(call);
    }

    private void Take(AsyncCall<TIn, TOut> call)
    {
        var failure = call.Task.IsCanceled ? new TaskCanceledException(call.Task) : call.Task.Exception?.InnerException;
        if (!call.Counts)
            return;   // its record has timed out

        if (failure is not null)
            TakeFailure(call.Entry, failure);
        else
            TakeResults(call.Entry, call.Task.GetAwaiter().GetResult() ?? []);
    }

    private void TakeResults(AsyncEntry<TIn, TOut> entry, IReadOnlyCollection<TOut> results)
    {
        if (!CanRetry(entry) || !Ask(entry, results))
            Complete(entry, results);
        else
            ScheduleRetry(entry);
    }

    private void TakeFailure(AsyncEntry<TIn, TOut> entry, Exception failure)
    {
        if (!CanRetry(entry) || !Ask(entry, failure))
            throw failure as FlinkException ?? OperatorErrors.FunctionFailed(Context, null, entry.TimeMs, failure);

        ScheduleRetry(entry);
    }

    private bool CanRetry(AsyncEntry<TIn, TOut> entry) => !_isEnding && _options.Retry is { } retry && retry.CanRetry(entry.Attempts);

    private bool Ask(AsyncEntry<TIn, TOut> entry, IReadOnlyCollection<TOut> results)
    {
        try
        {
            return _options.Retry!.ShouldRetry(results);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, entry.TimeMs, cause);
        }
    }

    private bool Ask(AsyncEntry<TIn, TOut> entry, Exception failure)
    {
        try
        {
            return _options.Retry!.ShouldRetry(failure);
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, entry.TimeMs, cause);
        }
    }

    private void ScheduleRetry(AsyncEntry<TIn, TOut> entry)
    {
        entry.IsWaitingForRetry = true;
        _timers.AddRetry(entry, Later((long)Math.Ceiling(_options.Retry!.BackoffAfter(entry.Attempts).TotalMilliseconds)));
        Context.Clock.WakeUpAt(_timers.NextMs);
    }

    private void FireDue()
    {
        while (_timers.TryTake(Context.Clock.NowMs, out var entry, out var isTimeout))
        {
            if (isTimeout)
                TimeOut(entry);
            else
                Begin(entry);
        }

        if (_timers.NextMs < long.MaxValue)
            Context.Clock.WakeUpAt(_timers.NextMs);
    }

    private void TimeOut(AsyncEntry<TIn, TOut> entry)
    {
        IReadOnlyCollection<TOut> results;
        try
        {
            results = _function.Timeout(entry.Value) ?? [];
        }
        catch (Exception cause) when (cause is not FlinkException)
        {
            throw OperatorErrors.FunctionFailed(Context, null, entry.TimeMs, cause);
        }

        Complete(entry, results);
        entry.Cancellation!.Cancel();
    }

    private void Complete(AsyncEntry<TIn, TOut> entry, IReadOnlyCollection<TOut> results)
    {
        entry.Results = results;
        entry.IsWaitingForRetry = false;
        _queue.OnDone(entry);
    }

    // The input has ended: nothing waits any longer, and what is tried now is not tried again.
    private void RetryAtOnce()
    {
        List<AsyncEntry<TIn, TOut>> waiting = [.. _queue.Entries.Where(entry => entry.IsWaitingForRetry)];
        foreach (var entry in waiting)
            Begin(entry);
    }

    private long Later(long delayMs)
    {
        var nowMs = Context.Clock.NowMs;
        return delayMs > long.MaxValue - nowMs ? long.MaxValue : nowMs + delayMs;
    }
}
