namespace Akka.Flink.Operators;

using System.Collections.Concurrent;

/// <summary>Runs the coordinators of a driver on the driver's own thread, between batches; calls too, up to where they wait.</summary>
/// <param name="clock">The driver's clock.</param>
internal sealed class DriverCoordinatorHost(ProcessingClock clock) : ICoordinatorHost
{
    private readonly ConcurrentQueue<Action> _posted = new();
    private readonly PriorityQueue<Action, long> _scheduled = new();
    private volatile TaskCompletionSource _arrival = NewArrival();

    /// <summary>Ends when something was posted since the last <see cref="Run"/>.</summary>
    public Task Arrival => _arrival.Task;

    public Task<T> Begin<T>(Func<Task<T>> call) => call();

    public void Post(Action action)
    {
        _posted.Enqueue(action);
        _arrival.TrySetResult();
    }

    public void Schedule(TimeSpan delay, Action action)
    {
        var atMs = clock.NowMs + (long)Math.Ceiling(delay.TotalMilliseconds);
        _scheduled.Enqueue(action, atMs);
        clock.WakeUpAt(atMs);
    }

    /// <summary>Does what was posted.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool Run()
    {
        // Before the queue is looked at, and even if it is empty: what is posted from now on, also by the actions themselves, ends the
        // new one.
        if (_arrival.Task.IsCompleted)
            _arrival = NewArrival();
        if (_posted.IsEmpty)
            return false;

        while (_posted.TryDequeue(out var action))
            action();
        return true;
    }

    /// <summary>Does what is due by the clock, and asks to be called for the rest.</summary>
    public void OnProcessingTime()
    {
        while (_scheduled.TryPeek(out var action, out var atMs) && atMs <= clock.NowMs)
        {
            _scheduled.Dequeue();
            action();
        }

        if (_scheduled.TryPeek(out _, out var nextMs))
            clock.WakeUpAt(nextMs);
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
