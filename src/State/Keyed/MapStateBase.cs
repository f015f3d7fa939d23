namespace Akka.Flink.State.Keyed;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>What maps with and without time-to-live have in common.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots of maps.</param>
/// <param name="entries">The slots of entries.</param>
internal abstract class MapStateBase<TMapKey, TValue>(string name, SlotSpace space, SubSpace<TMapKey> entries)
    : KeyedState(name, space), IMapState<TMapKey, TValue>
    where TMapKey : notnull
{
    /// <summary>The slots of entries.</summary>
    protected SubSpace<TMapKey> Entries { get; } = entries;

    /// <inheritdoc/>
    public abstract bool IsEmpty { get; }

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
    public abstract bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value);

    /// <inheritdoc/>
    public abstract void Put(TMapKey key, TValue value);

    /// <inheritdoc/>
    public void PutAll(IEnumerable<KeyValuePair<TMapKey, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (key, value) in entries)
            Put(key, value);
    }

    /// <inheritdoc/>
    public abstract void Remove(TMapKey key);

    /// <inheritdoc/>
    public abstract bool Contains(TMapKey key);

    /// <inheritdoc/>
    public sealed override bool HasEntry(int slot) => Entries.FirstOf(slot) >= 0;

    /// <inheritdoc/>
    public abstract void Clear();

    /// <inheritdoc/>
    public abstract IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
