namespace Akka.Flink.State.Keyed;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A map for each slot, whose entries expire by themselves.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots of maps.</param>
/// <param name="entries">The slots of Entries.</param>
/// <param name="column">The values.</param>
internal sealed class TimedMapState<TMapKey, TValue>(string name, SlotSpace space, SubSpace<TMapKey> entries, TimedColumn<TValue> column)
    : MapStateBase<TMapKey, TValue>(name, space, entries)
    where TMapKey : notnull
{
    /// <inheritdoc/>
    /// <remarks>An entry that has expired does not count unless it would still be returned. Flink's map counts it until it is
    /// read.</remarks>
    public override bool IsEmpty
    {
        get
        {
            for (var i = Entries.FirstOf(Slot); i >= 0; i = Entries.NextOf(i))
            {
                if (column.WouldBeSeen(i))
                    return false;
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public override bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var map = Slot;
        CleanUp();
        var entry = Entries.Find(map, key);
        if (entry >= 0)
            return TryRead(entry, out value);

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public override void Put(TMapKey key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var map = Slot;
        CleanUp();
        var entry = Entries.GetOrAdd(map, key);
        column.Set(entry, value);
        Entries.Append(entry);
    }

    /// <inheritdoc/>
    public override void Remove(TMapKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = Entries.Find(Slot, key);
        if (entry >= 0)
            RemoveEntry(entry);
    }

    /// <inheritdoc/>
    public override bool Contains(TMapKey key) => TryGet(key, out _);

    /// <inheritdoc/>
    public override void Clear()
    {
        var map = Slot;
        for (var i = Entries.FirstOf(map); i >= 0; i = Entries.FirstOf(map))
            RemoveEntry(i);
    }

    /// <inheritdoc/>
    public override IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator()
    {
        var map = Slot;
        CleanUp();
        return Enumerate(map);
    }

    private IEnumerator<KeyValuePair<TMapKey, TValue>> Enumerate(int map)
    {
        for (var i = Entries.FirstOf(map); i >= 0; i = Entries.NextOf(i))
        {
            if (column.Contains(i) && TryRead(i, out var value))
                yield return new KeyValuePair<TMapKey, TValue>(Entries.KeyAt(i), value);
        }
    }

    private bool TryRead(int entry, [MaybeNullWhen(false)] out TValue value)
    {
        if (!column.TryGet(entry, out value))
        {
            Entries.Unlink(entry);
            return false;
        }

        if (!column.Contains(entry))
            Entries.Unlink(entry);   // seen for the last time
        return true;
    }

    private void RemoveEntry(int entry)
    {
        Entries.Unlink(entry);
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
