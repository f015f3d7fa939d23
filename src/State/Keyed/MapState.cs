namespace Akka.Flink.State.Keyed;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A map for each slot, whose entries are found, changed and written by themselves.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="space">The slots of maps.</param>
/// <param name="entries">The slots of entries.</param>
/// <param name="column">The values.</param>
internal sealed class MapState<TMapKey, TValue>(SlotSpace space, SubSpace<TMapKey> entries, Column<TValue> column)
    : KeyedState(column.Info.Name, space), IMapState<TMapKey, TValue>
    where TMapKey : notnull
{
    private Enumerator? _spare;

    /// <inheritdoc/>
    public bool IsEmpty => entries.FirstOf(Slot) < 0;

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
        var entry = entries.Find(Slot, key);
        if (entry >= 0)
            return column.TryGet(entry, out value);

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public void Put(TMapKey key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = entries.GetOrAdd(Slot, key);
        ref var place = ref column.GetOrAddRef(entry, out var added);
        place = value;
        if (added)
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
        if (entry < 0)
            return;

        entries.Unlink(entry);
        column.Remove(entry);
    }

    /// <inheritdoc/>
    public bool Contains(TMapKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = entries.Find(Slot, key);
        return entry >= 0 && column.Contains(entry);
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => entries.FirstOf(slot) >= 0;

    /// <inheritdoc/>
    public void Clear()
    {
        var map = Slot;
        for (var i = entries.FirstOf(map); i >= 0; i = entries.FirstOf(map))
        {
            entries.Unlink(i);
            column.Remove(i);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator()
    {
        var enumerator = _spare ?? new Enumerator(this);
        _spare = null;
        enumerator.Start(Slot);
        return enumerator;
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Next(int map, int entry) => entry < 0 ? entries.FirstOf(map) : entries.NextOf(entry);

    private KeyValuePair<TMapKey, TValue> Read(int entry)
    {
        column.TryGet(entry, out var value);
        return new KeyValuePair<TMapKey, TValue>(entries.KeyAt(entry), value!);
    }

    // Used again once disposed. Looks for the next entry only when asked, so that the one just returned may be removed.
    private sealed class Enumerator(MapState<TMapKey, TValue> state) : IEnumerator<KeyValuePair<TMapKey, TValue>>
    {
        private int _map;
        private int _entry;
        private bool _isAtEnd;

        public KeyValuePair<TMapKey, TValue> Current { get; private set; }

        object IEnumerator.Current => Current;

        public void Start(int map)
        {
            _map = map;
            _entry = -1;
            _isAtEnd = false;
        }

        public bool MoveNext()
        {
            if (!_isAtEnd)
                _entry = state.Next(_map, _entry);
            _isAtEnd |= _entry < 0;
            Current = _isAtEnd ? default : state.Read(_entry);
            return !_isAtEnd;
        }

        public void Reset() => throw StateErrors.ForwardOnly("map");

        public void Dispose()
        {
            _isAtEnd = true;
            Current = default;
            state._spare = this;
        }
    }
}
