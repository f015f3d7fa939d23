namespace Akka.Flink.State.OperatorState;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Snapshots;

/// <summary>A broadcast map of operator state.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="info">What it is.</param>
/// <param name="keys">The keys' codec.</param>
/// <param name="serializer">The values' serializer.</param>
internal sealed class OperatorBroadcast<TMapKey, TValue>(StateInfo info, BroadcastKeys<TMapKey> keys, ITypeSerializer<TValue> serializer)
    : OperatorTable(info), IBroadcastState<TMapKey, TValue>
    where TMapKey : notnull
{
    private readonly Dictionary<TMapKey, TValue> _entries = new(keys);

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public TValue? Get(TMapKey key) => _entries.GetValueOrDefault(key);

    /// <inheritdoc/>
    public bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Contains(TMapKey key) => _entries.ContainsKey(key);

    /// <inheritdoc/>
    public void Put(TMapKey key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        _entries[key] = value;
    }

    /// <inheritdoc/>
    public void PutAll(IEnumerable<KeyValuePair<TMapKey, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (key, value) in entries)
            Put(key, value);
    }

    /// <inheritdoc/>
    public void Remove(TMapKey key) => _entries.Remove(key);

    /// <inheritdoc/>
    public void Clear() => _entries.Clear();

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator() => _entries.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override void Write(SnapshotWriter writer, int state)
    {
        foreach (var (key, value) in _entries)
        {
            var output = writer.Begin(state, EntryKind.Put);
            keys.Write(output, key);
            serializer.Write(output, value);
            writer.End();
        }
    }

    /// <inheritdoc/>
    public override void Restore(IEnumerable<RestoredElement> elements, string uid)
    {
        foreach (var element in elements)
        {
            if (element.Info.Kind != Info.Kind)
                throw StateErrors.KindChanged(Info.Name, uid, element.Info.ToString(), Info.ToString());

            var reader = element.Info.Element == Info.Element ? serializer.ReaderFor(element.Info.Value!) : null;
            Add(reader ?? throw StateErrors.SerializerChanged(Info.Name, uid, element.Info.ToString(), Info.ToString()),
                element.Bytes.Span, uid);
        }
    }

    private void Add(ITypeSerializer<TValue> reader, ReadOnlySpan<byte> bytes, string uid)
    {
        try
        {
            var key = keys.Read(ref bytes);
            _entries[key] = reader.Read(ref bytes);
        }
        catch (Exception e) when (e is not StateException)
        {
            throw StateErrors.EntryUnreadable(Info.Name, uid, e);
        }
    }
}
