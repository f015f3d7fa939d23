namespace Akka.Flink.Operators;

/// <summary>A call on its way; it brings itself back to its operator when it has ended.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="inbox">Where it goes.</param>
/// <param name="entry">The record.</param>
/// <param name="attempt">Which attempt it is, from 1.</param>
/// <param name="task">What the function gave.</param>
internal sealed class AsyncCall<TIn, TOut>(
    AsyncInbox<TIn, TOut> inbox, AsyncEntry<TIn, TOut> entry, int attempt, Task<IReadOnlyCollection<TOut>> task)
{
    /// <summary>The record.</summary>
    public AsyncEntry<TIn, TOut> Entry { get; } = entry;

    /// <summary>What the function gave.</summary>
    public Task<IReadOnlyCollection<TOut>> Task { get; } = task;

    /// <summary>Whether what comes of it counts: the record has no results yet, and there was no later attempt.</summary>
    public bool Counts => Entry.Results is null && Entry.Attempts == attempt && !Entry.IsWaitingForRetry;

    /// <summary>Has it come back when it has ended, by the thread that ends it.</summary>
    public void Begin() => Task.ContinueWith(
        static (_, call) => ((AsyncCall<TIn, TOut>)call!).Complete(), this, CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void Complete() => inbox.Put(this);
}
