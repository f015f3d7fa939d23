namespace Akka.Pattern;

using Akka.Actor;

/// <summary>Stops calling what keeps failing, and tries again after a time.</summary>
/// <remarks>
/// Closed: calls pass; a failure or a call longer than the call timeout counts, a success sets the count to zero, and
/// <see cref="MaxFailures"/> in a row open the breaker. Open: calls fail at once with <see cref="OpenCircuitException"/>. After the reset
/// timeout it is half-open: one call passes and decides whether it closes, or opens again with the next, longer reset timeout. The
/// outcome of a call counts only while the breaker is in the state in which the call began.
/// </remarks>
public partial class CircuitBreaker
{
    public CircuitBreaker(IScheduler scheduler, int maxFailures, TimeSpan callTimeout, TimeSpan resetTimeout)
        : this(scheduler, maxFailures, callTimeout, resetTimeout, TimeSpan.FromDays(36500), 1.0)
    {
    }

    public CircuitBreaker(
        IScheduler scheduler,
        int maxFailures,
        TimeSpan callTimeout,
        TimeSpan resetTimeout,
        TimeSpan maxResetTimeout,
        double exponentialBackoffFactor)
        : this(scheduler, maxFailures, callTimeout, resetTimeout, maxResetTimeout, exponentialBackoffFactor, 0.0)
    {
    }

    public CircuitBreaker(
        IScheduler scheduler,
        int maxFailures,
        TimeSpan callTimeout,
        TimeSpan resetTimeout,
        TimeSpan maxResetTimeout,
        double exponentialBackoffFactor,
        double randomFactor)
    {
        if (exponentialBackoffFactor < 1.0)
        {
            throw new ArgumentException(
                $"The exponential backoff factor is {exponentialBackoffFactor}. Set it to 1.0 or more.", nameof(exponentialBackoffFactor));
        }

        if (randomFactor is < 0.0 or > 1.0)
            throw new ArgumentException($"The random factor is {randomFactor}. Set it from 0.0 to 1.0.", nameof(randomFactor));

        Scheduler = scheduler;
        MaxFailures = maxFailures;
        CallTimeout = callTimeout;
        ResetTimeout = resetTimeout;
        MaxResetTimeout = maxResetTimeout;
        ExponentialBackoffFactor = exponentialBackoffFactor;
        RandomFactor = randomFactor;
        _nextResetTimeout = resetTimeout;
    }

    public TimeSpan CallTimeout { get; }

    public long CurrentFailureCount => Volatile.Read(ref _failures);

    public double ExponentialBackoffFactor { get; }

    public bool IsClosed => _state == State.Closed;

    public bool IsHalfOpen => _state == State.HalfOpen;

    public bool IsOpen => _state == State.Open;

    public Exception LastCaughtException { get; private set; }

    public int MaxFailures { get; }

    public TimeSpan MaxResetTimeout { get; }

    public double RandomFactor { get; }

    public TimeSpan ResetTimeout { get; }

    public IScheduler Scheduler { get; }

    public static CircuitBreaker Create(IScheduler scheduler, int maxFailures, TimeSpan callTimeout, TimeSpan resetTimeout) =>
        new(scheduler, maxFailures, callTimeout, resetTimeout);

    public CircuitBreaker OnClose(Action callback) => Listen(ref _onClose, callback);

    public CircuitBreaker OnHalfOpen(Action callback) => Listen(ref _onHalfOpen, callback);

    public CircuitBreaker OnOpen(Action callback) => Listen(ref _onOpen, callback);

    public CircuitBreaker WithExponentialBackoff(TimeSpan maxResetTimeout) =>
        new(Scheduler, MaxFailures, CallTimeout, ResetTimeout, maxResetTimeout, 2.0, RandomFactor);

    public CircuitBreaker WithRandomFactor(double randomFactor) =>
        new(Scheduler, MaxFailures, CallTimeout, ResetTimeout, MaxResetTimeout, ExponentialBackoffFactor, randomFactor);

    public Task<T> WithCircuitBreaker<T>(Func<Task<T>> body) => WithCircuitBreaker(body, static run => run());

    public async Task<T> WithCircuitBreaker<T, TState>(TState state, Func<TState, Task<T>> body)
    {
        var admission = Admit();
        try
        {
            var result = await WithinCallTimeout(body(state)).ConfigureAwait(false);
            ReportSuccess(admission);
            return result;
        }
        catch (Exception cause)
        {
            ReportFailure(admission, cause);
            throw;
        }
    }

    public Task WithCircuitBreaker(Func<Task> body) => WithCircuitBreaker(body, static run => run());

    public Task WithCircuitBreaker<TState>(TState state, Func<TState, Task> body) =>
        WithCircuitBreaker<Done, (TState State, Func<TState, Task> Body)>((state, body), static async call =>
        {
            await call.Body(call.State).ConfigureAwait(false);
            return Done.Instance;
        });

    public void WithSyncCircuitBreaker(Action body) => WithSyncCircuitBreaker(() =>
    {
        body();
        return Done.Instance;
    });

    /// <summary>A call that took longer than the call timeout returns its result and counts as a failure.</summary>
    public T WithSyncCircuitBreaker<T>(Func<T> body)
    {
        var admission = Admit();
        var begin = Util.MonotonicClock.Elapsed;
        try
        {
            var result = body();
            if (LimitsCalls && Util.MonotonicClock.Elapsed - begin > CallTimeout)
                ReportFailure(admission, TooLong());
            else
                ReportSuccess(admission);
            return result;
        }
        catch (Exception cause)
        {
            ReportFailure(admission, cause);
            throw;
        }
    }

    public void Fail() => ReportFailure(Volatile.Read(ref _epoch), new UserCalledFailException());

    public void Succeed() => ReportSuccess(Volatile.Read(ref _epoch));
}
