namespace Akka.Flink.Testing;

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;

/// <summary>A map state that hands out and takes copies.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="inner">The state.</param>
/// <param name="copier">Copies.</param>
internal sealed class CopyingMapState<TMapKey, TValue>(IMapState<TMapKey, TValue> inner, ITypeSerializer<TValue> copier)
    : IMapState<TMapKey, TValue>
    where TMapKey : notnull
{
    public bool IsEmpty => inner.IsEmpty;

    public IEnumerable<TMapKey> Keys => inner.Keys;

    public IEnumerable<TValue> Values => inner.Values.Select(copier.Copy);

    public TValue? Get(TMapKey key) => TryGet(key, out var value) ? value : default;

    public bool TryGet(TMapKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!inner.TryGet(key, out value))
            return false;

        value = copier.Copy(value);
        return true;
    }

    public void Put(TMapKey key, TValue value) => inner.Put(key, copier.Copy(value));

    public void PutAll(IEnumerable<KeyValuePair<TMapKey, TValue>> entries) => inner.PutAll(entries.Select(CopyOf));

    public void Remove(TMapKey key) => inner.Remove(key);

    public bool Contains(TMapKey key) => inner.Contains(key);

    public void Clear() => inner.Clear();

    public IEnumerator<KeyValuePair<TMapKey, TValue>> GetEnumerator() => inner.Select(CopyOf).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<TMapKey, TValue> CopyOf(KeyValuePair<TMapKey, TValue> entry) => new(entry.Key, copier.Copy(entry.Value));
}
