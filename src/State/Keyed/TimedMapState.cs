namespace Akka.Flink.State.Keyed;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A map for each slot, whose entries expire by themselves.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots of maps.</param>
/// <param name="entries">The slots of entries.</param>
/// <param name="column">The values.</param>
internal sealed class TimedMapState<TMapKey, TValue>(string name, SlotSpace space, SubSpace<TMapKey> entries, TimedColumn<TValue> column)
    : KeyedState(name, space), IMapState<TMapKey, TValue>
    where TMapKey : notnull
{
    /// <inheritdoc/>
    /// <remarks>An entry that has expired does not count unless it would still be returned. Flink's map counts it until it is
    /// read.</remarks>
    public bool IsEmpty
    {
        get
        {
            for (var i = entries.FirstOf(Slot); i >= 0; i = entries.NextOf(i))
            {
                if (column.WouldBeSeen(i))
                    return false;
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<TMapKey> Keys
    {
        get
        {
            foreach (var entry in this)
                yield return entry.Key;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<TValue> Values
    {
        get
        {
            foreach (var entry in this)
                yield return entry.Value;
        }
    }

    /// <inheritdoc/>
    public TValue? Get(TMapKey key) => TryGet(key, out var value) ? value : default;

    /// <inheritdoc/>
    public bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var map = Slot;
        CleanUp();
        var entry = entries.Find(map, key);
        if (entry >= 0)
            return TryRead(entry, out value);

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public void Put(TMapKey key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var map = Slot;
        CleanUp();
        var entry = entries.GetOrAdd(map, key);
        column.Set(entry, value);
        entries.Append(entry);
    }

    /// <inheritdoc/>
    public void PutAll(IEnumerable<KeyValuePair<TMapKey, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (key, value) in entries)
            Put(key, value);
    }

    /// <inheritdoc/>
    public void Remove(TMapKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = entries.Find(Slot, key);
        if (entry >= 0)
            RemoveEntry(entry);
    }

    /// <inheritdoc/>
    public bool Contains(TMapKey key) => TryGet(key, out _);

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => entries.FirstOf(slot) >= 0;

    /// <inheritdoc/>
    public void Clear()
    {
        var map = Slot;
        for (var i = entries.FirstOf(map); i >= 0; i = entries.FirstOf(map))
            RemoveEntry(i);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator()
    {
        var map = Slot;
        CleanUp();
        return Enumerate(map);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<KeyValuePair<TMapKey, TValue>> Enumerate(int map)
    {
        for (var i = entries.FirstOf(map); i >= 0; i = entries.NextOf(i))
        {
            if (column.Contains(i) && TryRead(i, out var value))
                yield return new KeyValuePair<TMapKey, TValue>(entries.KeyAt(i), value);
        }
    }

    private bool TryRead(int entry, [MaybeNullWhen(false)] out TValue value)
    {
        if (!column.TryGet(entry, out value))
        {
            entries.Unlink(entry);
            return false;
        }

        if (!column.Contains(entry))
            entries.Unlink(entry);   // seen for the last time
        return true;
    }

    private void RemoveEntry(int entry)
    {
        entries.Unlink(entry);
        column.Remove(entry);
    }

    private void CleanUp()
    {
        Span<int> expired = stackalloc int[TimeToLive.LooksPerAccess];
        var count = column.FindExpired(expired);
        for (var i = 0; i < count; i++)
            RemoveEntry(expired[i]);
    }
}
