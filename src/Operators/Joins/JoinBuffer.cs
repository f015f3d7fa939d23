namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;

/// <summary>The records of one side of a key that may still meet others, by timestamp; those of equal timestamps in the order in which
/// they came.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Lies in the column of an interval join. An empty one has no array.</remarks>
internal struct JoinBuffer<T>
{
    private JoinRecord<T>[]? _records;

    /// <summary>The position of the first record; those before it have left.</summary>
    public int Start { get; private set; }

    /// <summary>One more than the position of the last record.</summary>
    public int End { get; private set; }

    /// <summary>How many records there are.</summary>
    public readonly int Count => End - Start;

    /// <summary>The records by position, valid between <see cref="Start"/> and <see cref="End"/>.</summary>
    public readonly ReadOnlySpan<JoinRecord<T>> Records => _records.AsSpan(0, End);

    /// <summary>The position of the first record at or after a time.</summary>
    /// <param name="timestampMs">The time.</param>
    public readonly int PositionOf(long timestampMs)
    {
        var low = Start;
        var high = End;
        var records = _records;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) / 2);
            if (records![middle].TimestampMs < timestampMs)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Adds a record behind those at its timestamp or before.</summary>
    /// <param name="timestampMs">Its timestamp.</param>
    /// <param name="value">The record.</param>
    /// <param name="pool">Where arrays come from.</param>
    public void Add(long timestampMs, T value, JoinPool<T> pool)
    {
        var records = _records;
        if (records is null || End == records.Length)
            records = MakeRoom(pool);
        var position = End;
        while (position > Start && records[position - 1].TimestampMs > timestampMs)
            position--;
        if (position < End)
            Array.Copy(records, position, records, position + 1, End - position);
        records[position] = new JoinRecord<T>(timestampMs, value);
        End++;
    }

    /// <summary>Whether there is a record before a time.</summary>
    /// <param name="timestampMs">The time.</param>
    public readonly bool HasBefore(long timestampMs) => Start < End && _records![Start].TimestampMs < timestampMs;

    /// <summary>Forgets records before a time.</summary>
    /// <param name="timestampMs">The time.</param>
    /// <param name="pool">Where the array goes if none are left.</param>
    public void DropBefore(long timestampMs, JoinPool<T> pool)
    {
        if (_records is null || !HasBefore(timestampMs))
            return;

        var position = PositionOf(timestampMs);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_records, Start, position - Start);
        Start = position;
        if (Start < End)
            return;

        pool.Return(_records, End);
        this = default;
    }

    /// <summary>Forgets all records.</summary>
    /// <param name="pool">Where the array goes.</param>
    public void Clear(JoinPool<T> pool)
    {
        if (_records is not null)
            pool.Return(_records, End);
        this = default;
    }

    private JoinRecord<T>[] MakeRoom(JoinPool<T> pool)
    {
        var old = _records;
        var count = Count;
        if (old is not null && Start > old.Length / 2)
        {
            Array.Copy(old, Start, old, 0, count);
            if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
                Array.Clear(old, count, old.Length - count);
            Start = 0;
            End = count;
            return old;
        }

        var records = pool.RentMoreThan(count);
        if (old is not null)
        {
            Array.Copy(old, Start, records, 0, count);
            pool.Return(old, old.Length);
        }

        Start = 0;
        End = count;
        return _records = records;
    }
}
