namespace Akka.Flink.Operators;

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

/// <summary>Where calls come back that have ended, on whatever thread; it rings for the task once.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="doorbell">Wakes the task.</param>
internal sealed class AsyncInbox<TIn, TOut>(TaskDoorbell doorbell)
{
    private readonly ConcurrentQueue<AsyncCall<TIn, TOut>> _calls = new();
    private int _hasRung;

    /// <summary>Whether nothing has come back.</summary>
    public bool IsEmpty => _calls.IsEmpty;

    /// <summary>Brings a call back.</summary>
    /// <param name="call">The call.</param>
    /// <remarks><para><b>Threads.</b> Any.</para></remarks>
    public void Put(AsyncCall<TIn, TOut> call)
    {
        _calls.Enqueue(call);
        if (Interlocked.Exchange(ref _hasRung, 1) == 0)
            doorbell.Ring();
    }

    /// <summary>Called by the task before it takes calls out: what comes from now on rings again.</summary>
    public void Open() => Volatile.Write(ref _hasRung, 0);

    /// <summary>Takes a call out.</summary>
    /// <param name="call">The call.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryTake([NotNullWhen(true)] out AsyncCall<TIn, TOut>? call) => _calls.TryDequeue(out call);
}
