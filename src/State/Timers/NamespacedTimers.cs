namespace Akka.Flink.State.Timers;

using Akka.Flink.State.Keyed;

/// <summary>Timers for (key, namespace, timestamp), over a <see cref="TimerQueue"/> by slots of (key, namespace).</summary>
/// <typeparam name="TNamespace">The type of namespaces, such as windows.</typeparam>
/// <param name="queue">The timers.</param>
/// <param name="namespaces">The namespaces.</param>
internal sealed class NamespacedTimers<TNamespace>(TimerQueue queue, StateNamespace<TNamespace> namespaces)
{
    /// <summary>How many timers there are.</summary>
    public int Count => queue.Count;

    /// <summary>Sets a timer.</summary>
    /// <param name="keySlot">Whose.</param>
    /// <param name="value">The namespace.</param>
    /// <param name="timestampMs">When it is due.</param>
    /// <returns>Whether it was not set yet.</returns>
    public bool Register(int keySlot, TNamespace value, long timestampMs) =>
        queue.Register(namespaces.Space.GetOrAdd(keySlot, value), timestampMs);

    /// <summary>Deletes a timer.</summary>
    /// <param name="keySlot">Whose.</param>
    /// <param name="value">The namespace.</param>
    /// <param name="timestampMs">When it is due.</param>
    /// <returns>Whether it was set.</returns>
    public bool Delete(int keySlot, TNamespace value, long timestampMs)
    {
        var slot = namespaces.Space.Find(keySlot, value);
        return slot >= 0 && queue.Delete(slot, timestampMs);
    }

    /// <summary>The earliest timestamp that has a timer.</summary>
    /// <param name="timestampMs">Receives it.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPeek(out long timestampMs) => queue.TryPeek(out timestampMs);

    /// <summary>Takes the earliest timer out, if it is due.</summary>
    /// <param name="untilMs">What is due: timers at this time and before.</param>
    /// <param name="timestampMs">Receives the timer's timestamp.</param>
    /// <param name="keySlot">Receives the key's slot, which is valid until the end of the batch.</param>
    /// <param name="value">Receives the namespace.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryPop(long untilMs, out long timestampMs, out int keySlot, out TNamespace value)
    {
        if (!queue.TryPop(untilMs, out timestampMs, out var slot))
        {
            (keySlot, value) = (-1, default!);
            return false;
        }

        keySlot = namespaces.Space.ParentOf(slot);
        value = namespaces.Space.KeyAt(slot);
        return true;
    }
}
