namespace Akka.Flink.Jobs.Loops;

/// <summary>Dictionaries by start, oldest first, with the one used last at hand; closed ones are used again.</summary>
internal sealed class OpenPanes
{
    private readonly List<(long Start, Dictionary<long, CountAndSum> Sums)> _panes = [];
    private readonly Stack<Dictionary<long, CountAndSum>> _spare = [];
    private long _lastStart = long.MinValue;
    private Dictionary<long, CountAndSum> _last = [];

    public int Count => _panes.Count;

    public long FirstStart => _panes[0].Start;

    public (long Start, Dictionary<long, CountAndSum> Sums) this[int index] => _panes[index];

    public Dictionary<long, CountAndSum> At(long start)
    {
        if (start != _lastStart)
        {
            _last = Find(start);
            _lastStart = start;
        }

        return _last;
    }

    public Dictionary<long, CountAndSum> RemoveFirst()
    {
        var sums = _panes[0].Sums;
        if (_panes[0].Start == _lastStart)
            _lastStart = long.MinValue;
        _panes.RemoveAt(0);
        return sums;
    }

    public void Recycle(Dictionary<long, CountAndSum> sums)
    {
        sums.Clear();
        _spare.Push(sums);
    }

    private Dictionary<long, CountAndSum> Find(long start)
    {
        var index = _panes.Count;
        while (index > 0 && _panes[index - 1].Start >= start)
        {
            if (_panes[--index].Start == start)
                return _panes[index].Sums;
        }

        var sums = _spare.TryPop(out var spare) ? spare : [];
        _panes.Insert(index, (start, sums));
        return sums;
    }
}
