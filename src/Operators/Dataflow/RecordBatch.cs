namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;

/// <summary>Records on their way from one operator to the next: a column of values and one of timestamps, at most <see cref="Capacity"/>
/// unless a single callback emitted more.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <remarks>
/// Owned by the edge it flows over. The consumer may change it (a filter compacts it in place and hands it on), may read it until it has
/// answered that all records are processed, and must not keep it afterwards.
/// Pooled: references in <see cref="Values"/> beyond <see cref="Count"/> are cleared when the batch is reused, not before.
/// </remarks>
public sealed class RecordBatch<T>
{
    /// <summary>How many records a batch holds: a batch of small structs fits the first-level cache together with its successor.</summary>
    public const int Capacity = 512;

    /// <summary>The timestamp of a record that has none; as in Flink, the smallest long.</summary>
    public const long NoTimestamp = long.MinValue;

    /// <summary>The values, valid below <see cref="Count"/>.</summary>
    public Cell<T>[] Values { get; private set; } = new Cell<T>[Capacity];

    /// <summary>The event times in milliseconds since the epoch, or <see cref="NoTimestamp"/>; valid below <see cref="Count"/>.</summary>
    public long[] Timestamps { get; private set; } = new long[Capacity];

    /// <summary>How many records there are.</summary>
    public int Count;

    /// <summary>Appends a record, growing beyond <see cref="Capacity"/> where one callback emits more.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its event time, or <see cref="NoTimestamp"/>.</param>
    public void Add(T value, long timestampMs)
    {
        if (Count == Values.Length)
            Grow();
        Values[Count].Value = value;
        Timestamps[Count++] = timestampMs;
    }

    /// <summary>Exchanges the columns with those of another batch, and with them the records.</summary>
    /// <param name="other">The other batch.</param>
    /// <remarks>A consumer may do so with a batch that it takes as a whole, leaving one with as many places; whoever filled it clears it
    /// afterwards as ever.</remarks>
    internal void Exchange(RecordBatch<T> other)
    {
        (Values, other.Values) = (other.Values, Values);
        (Timestamps, other.Timestamps) = (other.Timestamps, Timestamps);
        (Count, other.Count) = (other.Count, Count);
    }

    /// <summary>Appends records of another batch.</summary>
    /// <param name="other">The other batch.</param>
    /// <param name="from">The first record to append.</param>
    internal void Append(RecordBatch<T> other, int from)
    {
        var count = other.Count - from;
        EnsureCapacity(Count + count);
        other.Values.AsSpan(from, count).CopyTo(Values.AsSpan(Count));
        other.Timestamps.AsSpan(from, count).CopyTo(Timestamps.AsSpan(Count));
        Count += count;
    }

    /// <summary>Appends some records of another batch.</summary>
    /// <param name="other">The other batch.</param>
    /// <param name="positions">Where they are.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]   // compiled for itself, so that all that the loop needs stays in registers
    internal void Append(RecordBatch<T> other, ReadOnlySpan<int> positions)
    {
        EnsureCapacity(Count + positions.Length);
        var values = other.Values.AsSpan(0, other.Count);
        var timestamps = other.Timestamps.AsSpan(0, other.Count);
        var ownValues = Values.AsSpan(Count, positions.Length);
        var ownTimestamps = Timestamps.AsSpan(Count, positions.Length);
        for (var i = 0; i < positions.Length; i++)
        {
            var position = positions[i];
            ownValues[i] = values[position];
            ownTimestamps[i] = timestamps[position];
        }

        Count += positions.Length;
    }

    /// <summary>Forgets all records.</summary>
    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(Values, 0, Count);
        Count = 0;
    }

    /// <summary>Forgets the records from a position on.</summary>
    /// <param name="count">How many stay.</param>
    public void Truncate(int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(Values, count, Count - count);
        Count = count;
    }

    /// <summary>Makes room for so many records in all.</summary>
    /// <param name="count">How many.</param>
    public void EnsureCapacity(int count)
    {
        while (Values.Length < count)
            Grow();
    }

    private void Grow()
    {
        var (values, timestamps) = (Values, Timestamps);
        Array.Resize(ref values, values.Length * 2);
        Array.Resize(ref timestamps, timestamps.Length * 2);
        (Values, Timestamps) = (values, timestamps);
    }
}
