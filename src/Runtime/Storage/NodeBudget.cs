namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;

/// <summary>Bounds how many bytes of chunks are on their way to disk on a node, over all of its writers.</summary>
/// <param name="limitBytes">The bound. It is passed by at most one chunk for each writer, because who writes looks before a slice and not
/// in the middle of one.</param>
/// <remarks>
/// <para>Without locks: a counter, and a queue of those that found no room. While anyone waits, nobody who comes later finds room, and
/// each waiter that is woken may take once: so all get their turn, in order, however busy the others are.</para>
/// <para><b>Threads.</b> Any.</para>
/// </remarks>
internal sealed class NodeBudget(long limitBytes = NodeBudget.DefaultLimitBytes)
{
    /// <summary>64 MiB.</summary>
    public const long DefaultLimitBytes = 64L << 20;

    private readonly ConcurrentQueue<IBudgetWaiter> _waiting = new();
    private long _used;

    /// <summary>The bound.</summary>
    public long LimitBytes => limitBytes;

    /// <summary>How many bytes are on their way.</summary>
    public long UsedBytes => Volatile.Read(ref _used);

    /// <summary>Whether one who does not wait yet may take.</summary>
    public bool HasRoom => UsedBytes < limitBytes && _waiting.IsEmpty;

    /// <summary>Takes bytes, room or not.</summary>
    /// <param name="bytes">How many.</param>
    public void Take(long bytes) => Interlocked.Add(ref _used, bytes);

    /// <summary>Gives bytes back, and wakes those that wait.</summary>
    /// <param name="bytes">How many.</param>
    public void Return(long bytes)
    {
        Interlocked.Add(ref _used, -bytes);
        Wake();
    }

    /// <summary>Queues up. When there is room already, the waiter is woken at once, within this call.</summary>
    /// <param name="waiter">Who; it must not be waiting already.</param>
    public void Wait(IBudgetWaiter waiter)
    {
        _waiting.Enqueue(waiter);

        // The room may have come back between the look and the queue.
        Wake();
    }

    private void Wake()
    {
        while (UsedBytes < limitBytes && _waiting.TryDequeue(out var waiter))
            waiter.RoomReturned();
    }
}
