namespace Akka.Pattern;

using Akka.Util;

/// <content>The states, and what leads from one to another.</content>
public partial class CircuitBreaker
{
    private readonly Lock _changing = new();
    private volatile State _state = State.Closed;
    private int _epoch;
    private int _failures;
    private bool _probing;
    private TimeSpan _nextResetTimeout;
    private TimeSpan _halfOpenAt;
    private Action _onClose;
    private Action _onHalfOpen;
    private Action _onOpen;

    private enum State
    {
        Closed,
        Open,
        HalfOpen,
    }

    private bool LimitsCalls => CallTimeout > TimeSpan.Zero;

    /// <summary>Lets a call pass, or throws. What it returns is the state that the call's outcome may change.</summary>
    private int Admit()
    {
        lock (_changing)
        {
            if (_state == State.Open)
                throw Rejection(_halfOpenAt - MonotonicClock.Elapsed);
            if (_state == State.HalfOpen)
            {
                if (_probing)
                    throw Rejection(TimeSpan.Zero);
                _probing = true;
            }

            return _epoch;
        }
    }

    private OpenCircuitException Rejection(TimeSpan remaining) =>
        new(LastCaughtException, remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);

    private async Task<T> WithinCallTimeout<T>(Task<T> call)
    {
        if (!LimitsCalls || call.IsCompleted)
            return await call.ConfigureAwait(false);

        await ((Task)call).WaitAsync(CallTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return call.IsCompleted ? await call.ConfigureAwait(false) : throw TooLong();
    }

    private TimeoutException TooLong() => new(
        $"Execution did not complete within the time allotted {CallTimeout.TotalMilliseconds} ms. " +
        "Raise the breaker's call timeout if it is only slow.");

    private void ReportSuccess(int epoch)
    {
        lock (_changing)
        {
            if (epoch != _epoch)
                return;

            if (_state == State.Closed)
                _failures = 0;
            else if (_state == State.HalfOpen)
                Close();
        }
    }

    private void ReportFailure(int epoch, Exception cause)
    {
        lock (_changing)
        {
            if (epoch != _epoch || _state == State.Open)
                return;

            LastCaughtException = cause;
            if (_state == State.HalfOpen || ++_failures >= MaxFailures)
                Open();
        }
    }

    private void Close()
    {
        _failures = 0;
        _nextResetTimeout = ResetTimeout;
        Enter(State.Closed, _onClose);
    }

    private void Open()
    {
        var resetTimeout = Spread(_nextResetTimeout);
        _nextResetTimeout = Longer(_nextResetTimeout);
        _halfOpenAt = MonotonicClock.Elapsed + resetTimeout;
        Enter(State.Open, _onOpen);

        var epoch = _epoch;
        Scheduler.Advanced.ScheduleOnce(resetTimeout, () => AttemptReset(epoch));
    }

    private void AttemptReset(int epoch)
    {
        lock (_changing)
        {
            if (epoch != _epoch)
                return;

            _probing = false;
            Enter(State.HalfOpen, _onHalfOpen);
        }
    }

    private void Enter(State state, Action listeners)
    {
        _state = state;
        _epoch++;
        if (listeners is not null)
            _ = Task.Run(listeners);
    }

    private TimeSpan Longer(TimeSpan timeout)
    {
        var ticks = timeout.Ticks * ExponentialBackoffFactor;
        return ticks >= MaxResetTimeout.Ticks ? MaxResetTimeout : TimeSpan.FromTicks((long)ticks);
    }

    private TimeSpan Spread(TimeSpan timeout) => timeout * (1.0 + (ThreadLocalRandom.Current.NextDouble() * RandomFactor));

    private CircuitBreaker Listen(ref Action listeners, Action callback)
    {
        lock (_changing)
            listeners += callback;

        return this;
    }
}
