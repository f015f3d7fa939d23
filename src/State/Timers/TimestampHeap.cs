namespace Akka.Flink.State.Timers;

using Akka.Flink.State.Tables;

/// <summary>The distinct timestamps of timers: a heap of four children a node, in segments, so that growing moves nothing.</summary>
internal sealed class TimestampHeap
{
    private readonly Segments<long> _items = new();

    /// <summary>How many timestamps there are.</summary>
    public int Count { get; private set; }

    /// <summary>The smallest; there must be one.</summary>
    public long Min => _items[0];

    /// <summary>A timestamp, in no particular order.</summary>
    public long this[int index] => _items[index];

    /// <summary>Adds a timestamp, which must not be there.</summary>
    public void Add(long timestamp)
    {
        _items.Ensure(Count);
        Up(Count++, timestamp);
    }

    /// <summary>Removes the timestamp at a position.</summary>
    public void RemoveAt(int index)
    {
        var last = _items[--Count];
        if (index == Count)
            return;

        if (index > 0 && _items[(index - 1) / 4] > last)
            Up(index, last);
        else
            Down(index, last);
    }

    private void Up(int index, long timestamp)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 4;
            if (_items[parent] <= timestamp)
                break;

            _items[index] = _items[parent];
            index = parent;
        }

        _items[index] = timestamp;
    }

    private void Down(int index, long timestamp)
    {
        for (var first = (index * 4) + 1; first < Count; first = (index * 4) + 1)
        {
            var least = first;
            for (var child = first + 1; child < Math.Min(first + 4, Count); child++)
            {
                if (_items[child] < _items[least])
                    least = child;
            }

            if (_items[least] >= timestamp)
                break;

            _items[index] = _items[least];
            index = least;
        }

        _items[index] = timestamp;
    }
}
