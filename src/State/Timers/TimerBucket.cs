namespace Akka.Flink.State.Timers;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Tables;

/// <summary>The slots that have a timer at one timestamp: one set while they are few, then one for each segment of slots.</summary>
/// <remarks>Hot, mutable, pooled; owned by a <see cref="TimerQueue"/>. Before a set changes, its owner writes it if a snapshot in progress
/// does not know it yet.</remarks>
internal sealed class TimerBucket
{
    private const int MaxTogether = 1024;
    private const int MaxInTable = 64;

    private readonly SlotSetPools _pools;
    private SlotSet?[] _segments = [];
    private SlotSet? _together;
    private int _cursor;   // no set before this one has a slot

    /// <summary>An empty bucket.</summary>
    /// <param name="number">Its number in its queue.</param>
    /// <param name="pools">What its sets are made of.</param>
    public TimerBucket(int number, SlotSetPools pools)
    {
        Number = number;
        _pools = pools;
    }

    /// <summary>Its number in its queue.</summary>
    public int Number { get; }

    /// <summary>The timestamp.</summary>
    public long TimestampMs { get; private set; }

    /// <summary>How many slots there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many sets there may be; see <see cref="SetAt"/>.</summary>
    public int SetCount => _together is not null ? 1 : _segments.Length;

    /// <summary>A set; null where there is none.</summary>
    /// <param name="index">0 to <see cref="SetCount"/> - 1.</param>
    public SlotSet? SetAt(int index) => _together ?? _segments[index];

    /// <summary>Begins anew.</summary>
    /// <param name="timestampMs">The timestamp.</param>
    /// <param name="parity">The parity of the last snapshot.</param>
    public void Start(long timestampMs, bool parity)
    {
        TimestampMs = timestampMs;
        _together = _pools.Rent(parity);
    }

    /// <summary>The set that a slot is in or would be.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="parity">The parity of the last snapshot, for a new set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SlotSet SetOf(int slot, bool parity)
    {
        if (_together is { } together)
            return together;

        var index = slot >> Segments<int>.Bits;
        return (uint)index < (uint)_segments.Length && _segments[index] is { } set ? set : OpenSet(index, parity);
    }

    /// <summary>Adds a slot to its set.</summary>
    /// <param name="set">The slot's set.</param>
    /// <param name="slot">The slot, which is not in it.</param>
    public void Add(SlotSet set, int slot)
    {
        set.Add(slot, _pools);
        Count++;
        if (ReferenceEquals(set, _together))
        {
            if (Count > MaxTogether)
                Scatter();
            return;
        }

        if (set.Count > MaxInTable && !set.HasBits)
            set.ToBits(_pools);
        _cursor = Math.Min(_cursor, slot >> Segments<int>.Bits);
    }

    /// <summary>Removes a slot from its set.</summary>
    /// <param name="set">The slot's set.</param>
    /// <param name="slot">The slot, which is in it.</param>
    public void Remove(SlotSet set, int slot)
    {
        set.Remove(slot);
        Count--;
    }

    /// <summary>The set whose slots come next; there must be one.</summary>
    public SlotSet FirstSet()
    {
        if (_together is not null)
            return _together;

        while (_segments[_cursor] is not { Count: > 0 })
            _cursor++;
        return _segments[_cursor]!;
    }

    /// <summary>Removes any slot.</summary>
    /// <param name="set">What <see cref="FirstSet"/> gave.</param>
    public int Pop(SlotSet set)
    {
        Count--;
        return set.Pop();
    }

    /// <summary>Gives back all sets.</summary>
    public void Reset()
    {
        if (_together is not null)
            _pools.Return(_together);
        _together = null;
        foreach (var set in _segments)
        {
            if (set is not null)
                _pools.Return(set);
        }

        Array.Clear(_segments);
        _cursor = 0;
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SlotSet OpenSet(int index, bool parity)
    {
        if (index >= _segments.Length)
            Array.Resize(ref _segments, Math.Max(index + 1, _segments.Length * 2));
        return _segments[index] ??= _pools.Rent(parity);
    }

    private void Scatter()
    {
        var together = _together!;
        Span<int> slots = stackalloc int[MaxTogether + 1];
        together.CopyTo(slots);
        _together = null;
        Count = 0;
        _cursor = 0;
        foreach (var slot in slots)
            Add(SetOf(slot, together.Parity), slot);
        _pools.Return(together);
    }
}
