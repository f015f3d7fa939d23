namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;

/// <summary>When records time out and calls are tried again: by time, and at one time in the order in which that was settled.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
internal sealed class AsyncTimers<TIn, TOut>
{
    private readonly PriorityQueue<(AsyncEntry<TIn, TOut> Entry, int Attempt), (long AtMs, long Number)> _due = new();
    private long _number;

    /// <summary>When the next one is due; the largest long when there is none.</summary>
    public long NextMs => _due.TryPeek(out _, out var priority) ? priority.AtMs : long.MaxValue;

    /// <summary>Adds a time-out.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="atMs">When.</param>
    public void AddTimeout(AsyncEntry<TIn, TOut> entry, long atMs) => _due.Enqueue((entry, 0), (atMs, _number++));

    /// <summary>Adds another attempt.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="atMs">When.</param>
    public void AddRetry(AsyncEntry<TIn, TOut> entry, long atMs) => _due.Enqueue((entry, entry.Attempts), (atMs, _number++));

    /// <summary>Takes out what is due; what has become pointless meanwhile is left out.</summary>
    /// <param name="nowMs">The time.</param>
    /// <param name="entry">The record.</param>
    /// <param name="isTimeout">Whether its time is up; otherwise it is to be tried again.</param>
    /// <returns>Whether anything is due.</returns>
    public bool TryTake(long nowMs, [NotNullWhen(true)] out AsyncEntry<TIn, TOut>? entry, out bool isTimeout)
    {
        while (_due.TryPeek(out var due, out var priority) && priority.AtMs <= nowMs)
        {
            _due.Dequeue();
            (entry, isTimeout) = (due.Entry, due.Attempt == 0);
            if (entry.Results is null && (isTimeout || (entry.IsWaitingForRetry && entry.Attempts == due.Attempt)))
                return true;
        }

        (entry, isTimeout) = (null, false);
        return false;
    }
}
