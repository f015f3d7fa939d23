namespace Akka.Flink.Windowing;

using System.Collections;
using System.Runtime.InteropServices;

/// <summary>The records of a window that fires, in the order in which they came, from which an evictor removes some.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>What is removed is gone for good, the next firing does not have it either. Records of windows that were merged are in no
/// particular order.</para>
/// <para><b>Threads.</b> Valid during the call that it is given to.</para>
/// <para><b>Flink.</b> The <c>Iterable&lt;TimestampedValue&lt;T&gt;&gt;</c> of an <c>Evictor</c>, and its iterator's
/// <c>remove</c>.</para>
/// </remarks>
public sealed class WindowElements<T> : IReadOnlyList<TimestampedValue<T>>
{
    private readonly List<TimestampedValue<T>> _elements = [];

    internal WindowElements() => Values = new ValueList(_elements);

    /// <summary>How many records there are.</summary>
    public int Count => _elements.Count;

    /// <summary>The records without their timestamps.</summary>
    internal IReadOnlyList<T> Values { get; }

    /// <summary>Whether anything was removed since <see cref="Load"/>.</summary>
    internal bool HasChanged { get; private set; }

    /// <summary>A record.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public TimestampedValue<T> this[int index] => _elements[index];

    /// <summary>Removes the records that came first.</summary>
    /// <param name="count">How many; no more than there are.</param>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void RemoveFirst(int count)
    {
        _elements.RemoveRange(0, count);
        HasChanged |= count > 0;
    }

    /// <summary>Removes a record.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void RemoveAt(int index)
    {
        _elements.RemoveAt(index);
        HasChanged = true;
    }

    /// <summary>Removes the records for which a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>How many were removed.</returns>
    public int RemoveAll(Predicate<TimestampedValue<T>> condition)
    {
        var removed = _elements.RemoveAll(condition);
        HasChanged |= removed > 0;
        return removed;
    }

    /// <inheritdoc/>
    public IEnumerator<TimestampedValue<T>> GetEnumerator() => _elements.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Takes over the records of a window.</summary>
    /// <param name="elements">The records.</param>
    internal void Load(IEnumerable<TimestampedValue<T>> elements)
    {
        _elements.Clear();
        _elements.AddRange(elements);
        HasChanged = false;
    }

    /// <summary>The records, valid until one is removed.</summary>
    internal ReadOnlySpan<TimestampedValue<T>> AsSpan() => CollectionsMarshal.AsSpan(_elements);

    private sealed class ValueList(List<TimestampedValue<T>> elements) : IReadOnlyList<T>
    {
        public int Count => elements.Count;

        public T this[int index] => elements[index].Value;

        public IEnumerator<T> GetEnumerator()
        {
            foreach (var element in elements)
                yield return element.Value;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
