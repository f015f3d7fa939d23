namespace Akka.Util;

using Akka.Actor;

/// <summary>A binary heap of envelopes, smallest priority first, from which both priority queues of the mailboxes are made.</summary>
internal sealed class PriorityHeap(int initialCapacity, Func<object, int> priorityOf, bool stable)
{
    private readonly List<Entry> _entries = new(initialCapacity);
    private long _sequence;

    public int Count => _entries.Count;

    public void Enqueue(Envelope item)
    {
        var entry = new Entry(item, priorityOf(item.Message), stable ? _sequence++ : 0);
        _entries.Add(entry);

        var child = _entries.Count - 1;
        while (child > 0)
        {
            var parent = (child - 1) / 2;
            if (entry.CompareTo(_entries[parent]) >= 0)
                break;

            _entries[child] = _entries[parent];
            child = parent;
        }

        _entries[child] = entry;
    }

    public Envelope Dequeue()
    {
        var first = _entries[0].Item;
        var lastIndex = _entries.Count - 1;
        var last = _entries[lastIndex];
        _entries.RemoveAt(lastIndex);
        if (lastIndex > 0)
            SiftDown(last);

        return first;
    }

    public Envelope Peek() => _entries[0].Item;

    public bool IsConsistent()
    {
        for (var child = 1; child < _entries.Count; child++)
        {
            if (_entries[(child - 1) / 2].CompareTo(_entries[child]) > 0)
                return false;
        }

        return true;
    }

    public override string ToString() => $"{string.Join(" ", _entries.Select(entry => entry.Item.ToString()))} count = {Count}";

    private void SiftDown(Entry entry)
    {
        var parent = 0;
        var child = 1;
        while (child < _entries.Count)
        {
            if (child + 1 < _entries.Count && _entries[child + 1].CompareTo(_entries[child]) < 0)
                child++;
            if (entry.CompareTo(_entries[child]) <= 0)
                break;

            _entries[parent] = _entries[child];
            parent = child;
            child = (2 * parent) + 1;
        }

        _entries[parent] = entry;
    }

    private readonly record struct Entry(Envelope Item, int Priority, long Sequence)
    {
        public int CompareTo(Entry other)
        {
            var byPriority = Priority.CompareTo(other.Priority);
            return byPriority != 0 ? byPriority : Sequence.CompareTo(other.Sequence);
        }
    }
}
