namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A column whose values expire: the rules of time-to-live for a single value, an entry of a map or an accumulator.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="column">The values and their times.</param>
/// <param name="ttl">The rules.</param>
internal sealed class TimedColumn<T>(Column<Timed<T>> column, TimeToLive ttl)
{
    private int _cleanupAt;

    /// <summary>Reads a value; one that has expired is removed, and given this last time if the rules say so.</summary>
    public bool TryGet(int slot, [MaybeNullWhen(false)] out T value)
    {
        if (!column.TryGet(slot, out var timed))
        {
            value = default;
            return false;
        }

        value = timed.Value;
        if (!ttl.IsExpired(timed.AtMs))
        {
            if (ttl.RenewsOnRead)
                column.GetOrAddRef(slot, out _).AtMs = ttl.NowMs;
            return true;
        }

        column.Remove(slot);
        if (ttl.ReturnsExpired)
            return true;

        value = default;
        return false;
    }

    /// <summary>A reference to a value that is about to be written, and so renewed. One that has expired is <c>default</c> again, unless
    /// the rules say that it is still seen.</summary>
    public ref T GetOrAddRef(int slot, out bool added)
    {
        ref var timed = ref column.GetOrAddRef(slot, out added);
        if (!added && !ttl.ReturnsExpired && ttl.IsExpired(timed.AtMs))
        {
            timed.Value = default!;
            added = true;
        }

        timed.AtMs = ttl.NowMs;
        return ref timed.Value;
    }

    /// <summary>Sets a value.</summary>
    public void Set(int slot, T value) => column.GetOrAddRef(slot, out _) = new Timed<T>(value, ttl.NowMs);

    /// <summary>Removes a value.</summary>
    public bool Remove(int slot) => column.Remove(slot);

    /// <summary>Whether there is a value, expired or not.</summary>
    public bool Contains(int slot) => column.Contains(slot);

    /// <summary>Whether a value that is there would be seen. Looking renews nothing.</summary>
    public bool WouldBeSeen(int slot) => ttl.ReturnsExpired || !IsExpired(slot);

    /// <summary>Whether a value that is there has expired.</summary>
    public bool IsExpired(int slot) => ttl.IsExpired(column.Peek(slot).AtMs);

    /// <summary>Looks at a few slots, in turn over all, for values that have expired.</summary>
    /// <param name="expired">Receives their slots.</param>
    /// <returns>How many there are.</returns>
    public int FindExpired(Span<int> expired)
    {
        if (!ttl.CleansUp)
            return 0;

        var found = column.Scan(ref _cleanupAt, TimeToLive.LooksPerAccess, expired);
        var count = 0;
        for (var i = 0; i < found; i++)
        {
            if (IsExpired(expired[i]))
                expired[count++] = expired[i];
        }

        return count;
    }

    /// <summary>Removes a few values that have expired.</summary>
    public void CleanUp()
    {
        Span<int> expired = stackalloc int[TimeToLive.LooksPerAccess];
        var count = FindExpired(expired);
        for (var i = 0; i < count; i++)
            column.Remove(expired[i]);
    }
}
