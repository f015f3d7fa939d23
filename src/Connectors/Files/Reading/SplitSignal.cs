namespace Akka.Flink.Connectors.Files;

/// <summary>Wakes a reader that waits for a split.</summary>
/// <param name="clock">The clock.</param>
internal sealed class SplitSignal(TimeProvider clock)
{
    private TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes it.</summary>
    public void Set() => _source.TrySetResult();

    /// <summary>Waits for <see cref="Set"/>, if it was not called since the last wait began.</summary>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (_source.Task.IsCompleted)
            _source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_source.Task, Task.Delay(atMost, clock, ending.Token)).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
