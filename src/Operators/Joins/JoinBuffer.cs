namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;

/// <summary>The records of one side of a key that may still meet others, by timestamp; those of equal timestamps in the order in which they came.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Hot, mutable, pooled; owned by an interval join. Timestamps lie apart from values, so that looking for those that meet touches few lines.</remarks>
internal sealed class JoinBuffer<T>
{
    private const int MinLength = 4;

    private long[] _timestamps = new long[MinLength];
    private Cell<T>[] _values = new Cell<T>[MinLength];
    private int _head;   // records before it have left

    /// <summary>One more than the position of the last record.</summary>
    public int End { get; private set; }

    /// <summary>How many records there are.</summary>
    public int Count => End - _head;

    /// <summary>The last timestamp; there must be a record.</summary>
    public long LastMs => _timestamps[End - 1];

    /// <summary>The timestamp of a position.</summary>
    public long TimestampAt(int position) => _timestamps[position];

    /// <summary>The record of a position.</summary>
    public T ValueAt(int position) => _values[position].Value;

    /// <summary>The position of the first record at or after a time.</summary>
    /// <param name="timestampMs">The time.</param>
    public int PositionOf(long timestampMs)
    {
        var low = _head;
        var high = End;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) / 2);
            if (_timestamps[middle] < timestampMs)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Adds a record behind those at its timestamp or before.</summary>
    public void Add(long timestampMs, T value)
    {
        if (End == _timestamps.Length)
            MakeRoom();
        var position = End;
        while (position > _head && _timestamps[position - 1] > timestampMs)
            position--;
        if (position < End)
        {
            Array.Copy(_timestamps, position, _timestamps, position + 1, End - position);
            Array.Copy(_values, position, _values, position + 1, End - position);
        }

        _timestamps[position] = timestampMs;
        _values[position].Value = value;
        End++;
    }

    /// <summary>Forgets records before a time.</summary>
    /// <param name="timestampMs">The time.</param>
    public void DropBefore(long timestampMs)
    {
        if (Count == 0 || _timestamps[_head] >= timestampMs)
            return;

        var position = PositionOf(timestampMs);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_values, _head, position - _head);
        _head = position;
        if (_head == End)
            _head = End = 0;
    }

    /// <summary>Forgets all records.</summary>
    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_values, _head, Count);
        _head = End = 0;
    }

    /// <summary>The position of the first record.</summary>
    public int Start => _head;

    private void MakeRoom()
    {
        if (_head > _timestamps.Length / 2)
        {
            var count = Count;
            Array.Copy(_timestamps, _head, _timestamps, 0, count);
            Array.Copy(_values, _head, _values, 0, count);
            if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
                Array.Clear(_values, count, _values.Length - count);
            _head = 0;
            End = count;
            return;
        }

        Array.Resize(ref _timestamps, _timestamps.Length * 2);
        Array.Resize(ref _values, _values.Length * 2);
    }
}
