namespace Akka.Flink.State.Tables;

using System.Buffers;
using Akka.Flink.State.Snapshots;

/// <summary>Slots for the elements of lists. An element's number, within its list, orders it and names it in snapshots.</summary>
/// <param name="parent">The space of the lists.</param>
internal sealed class ElementSpace(SlotSpace parent) : ChildSpace(parent)
{
    private readonly Segments<long> _numbers = new();
    private readonly Segments<long> _nextNumbers = new();   // by list; never one again whose removal may still have to be written
    private Dictionary<SubKey<long>, int>? _restored;
    private HashSet<int>? _unordered;

    /// <summary>Takes a slot for an element at the end of a list.</summary>
    /// <param name="list">The list's slot.</param>
    /// <returns>The element's slot.</returns>
    public int Add(int list)
    {
        _nextNumbers.Ensure(list);
        return Add(list, _nextNumbers[list]++);
    }

    /// <inheritdoc/>
    public override void WriteKey(IBufferWriter<byte> output, int slot)
    {
        Parent.WriteKey(output, ParentOf(slot));
        Varint.WriteSigned(output, _numbers[slot]);
    }

    /// <inheritdoc/>
    public override int ReadKey(ref ReadOnlySpan<byte> input, in RestoreScope scope, bool add)
    {
        var list = Parent.ReadKey(ref input, scope, add);
        if (list < 0)
            return -1;

        var number = Varint.ReadSigned(ref input);
        _restored ??= [];
        var isKnown = _restored.TryGetValue(new SubKey<long>(list, number), out var slot);
        if (!add)
            return isKnown ? slot : -1;

        var last = LastOf(list);
        if (last >= 0 && _numbers[last] > number)
            (_unordered ??= []).Add(list);
        if (isKnown)
        {
            Append(slot);
            return slot;
        }

        _nextNumbers.Ensure(list);
        _nextNumbers[list] = Math.Max(_nextNumbers[list], number + 1);
        slot = Add(list, number);
        _restored.Add(new SubKey<long>(list, number), slot);
        return slot;
    }

    /// <inheritdoc/>
    public override void EndRestore()
    {
        foreach (var list in _unordered ?? [])
            Order(list);
        _restored = null;
        _unordered = null;
    }

    /// <inheritdoc/>
    public override string Describe(int slot) => $"{Parent.Describe(ParentOf(slot))}, element {_numbers[slot]}";

    private int Add(int list, long number)
    {
        var slot = TakeBelow(list);
        _numbers.Ensure(slot);
        _numbers[slot] = number;
        Append(slot);
        return slot;
    }

    private void Order(int list)
    {
        var elements = new List<int>();
        for (var i = FirstOf(list); i >= 0; i = NextOf(i))
            elements.Add(i);
        elements.Sort((left, right) => _numbers[left].CompareTo(_numbers[right]));
        foreach (var element in elements)
            Unlink(element);
        foreach (var element in elements)
            Append(element);
    }
}
