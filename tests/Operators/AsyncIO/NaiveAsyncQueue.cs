namespace Akka.Flink.Operators.Tests.AsyncIO;

/// <summary>What an operator with asynchronous calls should let out, kept in a plain list. Records have the timestamp 7.</summary>
internal sealed class NaiveAsyncQueue(bool isOrdered, int capacity)
{
    private readonly List<Entry> _entries = [];
    private readonly Queue<Entry> _waiting = new();
    private int _completions;

    public List<string> Output { get; } = [];

    public bool IsHeld => _waiting.Count > 0;

    public IEnumerable<int> InFlight => _entries
        .Where(entry => entry is { IsWatermark: false, DoneAt: null })
        .Select(entry => (int)entry.Number)
        .Order();

    public void Add(long number, bool isWatermark)
    {
        _waiting.Enqueue(new Entry(number, isWatermark));
        Settle();
    }

    public void Complete(int number)
    {
        _entries.Single(entry => !entry.IsWatermark && entry.Number == number).DoneAt = _completions++;
        Settle();
    }

    // After a restore nothing has been answered.
    public void Reopen()
    {
        var order = isOrdered ? [.. _entries] : InSegments().SelectMany(segment => segment
            .OrderBy(entry => entry.DoneAt ?? int.MaxValue)).ToList();
        _entries.Clear();
        _entries.AddRange(order);
        foreach (var entry in _entries)
            entry.DoneAt = null;
        Settle();
    }

    private void Settle()
    {
        do
        {
            while (NextOut() is { } entry)
            {
                _entries.Remove(entry);
                Output.Add(entry.IsWatermark ? $"watermark {entry.Number}" : $"{entry.Number} @7");
            }
        }
        while (TakeWaiting());
    }

    private bool TakeWaiting()
    {
        if (_entries.Count >= capacity || !_waiting.TryDequeue(out var entry))
            return false;

        _entries.Add(entry);
        return true;
    }

    private Entry? NextOut()
    {
        if (_entries.Count == 0)
            return null;
        if (isOrdered || _entries[0].IsWatermark)
            return _entries[0].IsWatermark || _entries[0].DoneAt is not null ? _entries[0] : null;

        return _entries.TakeWhile(entry => !entry.IsWatermark).Where(entry => entry.DoneAt is not null).MinBy(entry => entry.DoneAt);
    }

    private List<List<Entry>> InSegments()
    {
        var segments = new List<List<Entry>> { new() };
        foreach (var entry in _entries)
        {
            if (entry.IsWatermark)
                segments.AddRange([[entry], []]);
            else
                segments[^1].Add(entry);
        }

        return segments;
    }

    private sealed class Entry(long number, bool isWatermark)
    {
        public long Number { get; } = number;

        public bool IsWatermark { get; } = isWatermark;

        public int? DoneAt { get; set; }
    }
}
