namespace Akka.Flink.Operators;

/// <summary>The outside work of an enumerator: begun away from its thread, handled on it.</summary>
/// <param name="host">Runs the coordinator.</param>
/// <remarks>Belongs to the coordinator, and is used on its thread.</remarks>
internal sealed class CoordinatorCalls(ICoordinatorHost host)
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Begins work.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="call">The work.</param>
    /// <param name="handler">Takes what came of it.</param>
    public void Begin<T>(Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(handler);
        if (!_closing.IsCancellationRequested)
            _ = RunAsync(call, handler);
    }

    /// <summary>Begins work that is repeated.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="call">The work.</param>
    /// <param name="handler">Takes what came of it.</param>
    /// <param name="initialDelay">Before the first time.</param>
    /// <param name="period">From when one was handled to the next.</param>
    public void Repeat<T>(
        Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler, TimeSpan initialDelay, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentOutOfRangeException.ThrowIfLessThan(initialDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromMilliseconds(1));

        if (initialDelay == TimeSpan.Zero)
            Once();
        else
            host.Schedule(initialDelay, Once);

        void Once() => Begin(call, HandleAndGoOn);

        void HandleAndGoOn(T? result, Exception? failure)
        {
            handler(result, failure);
            host.Schedule(period, Once);
        }
    }

    /// <summary>Ends all of it: nothing is handled any more.</summary>
    public void Close() => _closing.Cancel();

    private async Task RunAsync<T>(Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler)
    {
        var token = _closing.Token;
        T? result = default;
        Exception? failure = null;
        try
        {
            result = await host.Begin(() => call(token)).ConfigureAwait(false);
        }
        catch (Exception cause)   // whatever the call throws is the handler's to judge
        {
            failure = cause;
        }

        host.Post(() =>
        {
            if (!token.IsCancellationRequested)
                handler(result, failure);
        });
    }
}
