namespace Akka.Flink.Connectors.PostgreSql;

using System.Diagnostics.CodeAnalysis;

/// <summary>The rows of the keys that were used last, as long as they have not expired.</summary>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <param name="maxEntries">How many keys; 0 for none.</param>
/// <param name="expireAfterWrite">How long; zero for ever.</param>
/// <param name="cachesMissing">Whether it remembers that a key has no row.</param>
/// <param name="clock">Says the time.</param>
/// <remarks><para><b>Threads.</b> One at a time.</para></remarks>
internal sealed class LookupCache<TKey, TRow>(int maxEntries, TimeSpan expireAfterWrite, bool cachesMissing, TimeProvider clock)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];   // the last used first

    /// <summary>How many keys there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Finds the rows of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="rows">The rows, if they are here.</param>
    public bool TryGet(TKey key, [NotNullWhen(true)] out TRow[]? rows)
    {
        rows = null;
        if (!_entries.TryGetValue(key, out var node))
            return false;

        _byUse.Remove(node);
        if (expireAfterWrite > TimeSpan.Zero && clock.GetElapsedTime(node.Value.Written) >= expireAfterWrite)
        {
            _entries.Remove(key);
            return false;
        }

        _byUse.AddFirst(node);
        rows = node.Value.Rows;
        return true;
    }

    /// <summary>Keeps the rows of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="rows">The rows.</param>
    public void Put(TKey key, TRow[] rows)
    {
        if (maxEntries == 0)
            return;

        if (_entries.Remove(key, out var before))
            _byUse.Remove(before);
        if (rows.Length == 0 && !cachesMissing)
            return;

        if (_entries.Count == maxEntries)
        {
            _entries.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }

        _entries.Add(key, _byUse.AddFirst(new Entry(key, rows, clock.GetTimestamp())));
    }

    private readonly record struct Entry(TKey Key, TRow[] Rows, long Written);
}
