namespace Akka.Flink.State.Keyed;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A map for each slot, whose entries are found, changed and written by themselves.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="space">The slots of maps.</param>
/// <param name="entries">The slots of Entries.</param>
/// <param name="column">The values.</param>
internal sealed class MapState<TMapKey, TValue>(SlotSpace space, SubSpace<TMapKey> entries, Column<TValue> column)
    : MapStateBase<TMapKey, TValue>(column.Info.Name, space, entries)
    where TMapKey : notnull
{
    private Enumerator? _spare;

    /// <inheritdoc/>
    public override bool IsEmpty => Entries.FirstOf(Slot) < 0;

    /// <inheritdoc/>
    public override bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = Entries.Find(Slot, key);
        if (entry >= 0)
            return column.TryGet(entry, out value);

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public override void Put(TMapKey key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = Entries.GetOrAdd(Slot, key);
        ref var place = ref column.GetOrAddRef(entry, out var added);
        place = value;
        if (added)
            Entries.Append(entry);
    }

    /// <inheritdoc/>
    public override void Remove(TMapKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = Entries.Find(Slot, key);
        if (entry < 0)
            return;

        Entries.Unlink(entry);
        column.Remove(entry);
    }

    /// <inheritdoc/>
    public override bool Contains(TMapKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = Entries.Find(Slot, key);
        return entry >= 0 && column.Contains(entry);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        var map = Slot;
        for (var i = Entries.FirstOf(map); i >= 0; i = Entries.FirstOf(map))
        {
            Entries.Unlink(i);
            column.Remove(i);
        }
    }

    /// <inheritdoc/>
    public override IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator()
    {
        var enumerator = _spare ?? new Enumerator(this);
        _spare = null;
        enumerator.Start(Slot);
        return enumerator;
    }

    // The next entry that is there: what was removed while it is enumerated is passed over.
    private int Next(int map, int entry)
    {
        do
            entry = entry < 0 ? Entries.FirstOf(map) : Entries.NextOf(entry);
        while (entry >= 0 && !column.Contains(entry));
        return entry;
    }

    private KeyValuePair<TMapKey, TValue> Read(int entry)
    {
        column.TryGet(entry, out var value);
        return new KeyValuePair<TMapKey, TValue>(Entries.KeyAt(entry), value!);
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
