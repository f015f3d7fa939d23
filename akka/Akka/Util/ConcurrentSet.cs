namespace Akka.Util;

using System.Collections;
using System.Collections.Concurrent;

/// <summary>A set that many threads read and change at the same time.</summary>
public class ConcurrentSet<T> : ICollection<T>
{
    private readonly ConcurrentDictionary<T, byte> _items;

    public ConcurrentSet() => _items = new ConcurrentDictionary<T, byte>();

    public ConcurrentSet(IEnumerable<T> collection)
        : this() => AddAll(collection);

    public ConcurrentSet(IEqualityComparer<T> comparer) => _items = new ConcurrentDictionary<T, byte>(comparer);

    public ConcurrentSet(IEnumerable<T> collection, IEqualityComparer<T> comparer)
        : this(comparer) => AddAll(collection);

    public ConcurrentSet(int concurrencyLevel, int capacity) => _items = new ConcurrentDictionary<T, byte>(concurrencyLevel, capacity);

    public ConcurrentSet(int concurrencyLevel, IEnumerable<T> collection, IEqualityComparer<T> comparer)
    {
        _items = new ConcurrentDictionary<T, byte>(concurrencyLevel, 31, comparer);
        AddAll(collection);
    }

    public ConcurrentSet(int concurrencyLevel, int capacity, IEqualityComparer<T> comparer) =>
        _items = new ConcurrentDictionary<T, byte>(concurrencyLevel, capacity, comparer);

    public int Count => _items.Count;

    public bool IsEmpty => _items.IsEmpty;

    bool ICollection<T>.IsReadOnly => false;

    public void Clear() => _items.Clear();

    public bool Contains(T item) => _items.ContainsKey(item);

    public bool TryAdd(T item) => _items.TryAdd(item, 0);

    public bool TryRemove(T item) => _items.TryRemove(item, out _);

    void ICollection<T>.Add(T item) => TryAdd(item);

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => _items.Keys.CopyTo(array, arrayIndex);

    bool ICollection<T>.Remove(T item) => TryRemove(item);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Enumerate().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Enumerate().GetEnumerator();

    private IEnumerable<T> Enumerate()
    {
        foreach (var pair in _items)
            yield return pair.Key;
    }

    private void AddAll(IEnumerable<T> collection)
    {
        foreach (var item in collection)
            TryAdd(item);
    }
}
