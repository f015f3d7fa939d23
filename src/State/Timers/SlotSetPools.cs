namespace Akka.Flink.State.Timers;

using Akka.Flink.State.Tables;

/// <summary>What the slot sets and buckets of one queue are made of and give back.</summary>
internal sealed class SlotSetPools
{
    private readonly Stack<SlotSet> _sets = new();

    /// <summary>Tables.</summary>
    public PagePool<int> Tables { get; } = new(maxKept: 8192);

    /// <summary>Words of bits.</summary>
    public PagePool<ulong> Bits { get; } = new(maxKept: 8192);

    /// <summary>An empty set.</summary>
    /// <param name="parity">Its parity.</param>
    public SlotSet Rent(bool parity)
    {
        var set = _sets.Count > 0 ? _sets.Pop() : new SlotSet();
        set.Parity = parity;
        return set;
    }

    /// <summary>Takes a set back.</summary>
    /// <param name="set">The set, which may hold slots.</param>
    public void Return(SlotSet set)
    {
        set.Reset(this);
        _sets.Push(set);
    }
}
