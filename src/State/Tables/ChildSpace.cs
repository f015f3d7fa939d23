namespace Akka.Flink.State.Tables;

/// <summary>Slots below the slots of another space: entries of maps, elements of lists, namespaces of keys. Those that belong to one slot
/// above may be chained, in the order in which they came.</summary>
/// <param name="parent">The space above.</param>
internal abstract class ChildSpace(SlotSpace parent) : SlotSpace
{
    private const int None = -1;
    private const int Unlinked = -2;

    private readonly Segments<Link> _links = new();
    private readonly Segments<Chain> _chains = new();

    /// <summary>The space above.</summary>
    protected SlotSpace Parent { get; } = parent;

    /// <summary>The slot above.</summary>
    /// <param name="slot">A slot of this space.</param>
    public int ParentOf(int slot) => _links[slot].Parent;

    /// <summary>The first of a chain.</summary>
    /// <param name="parent">The slot above.</param>
    /// <returns>A slot of this space; -1 if the chain is empty.</returns>
    public int FirstOf(int parent) => parent < _chains.Capacity ? _chains[parent].First - 1 : None;

    /// <summary>The last of a chain.</summary>
    /// <param name="parent">The slot above.</param>
    /// <returns>A slot of this space; -1 if the chain is empty.</returns>
    public int LastOf(int parent) => parent < _chains.Capacity ? _chains[parent].Last - 1 : None;

    /// <summary>The next of a chain. That of one that was taken out of it is still the one it had.</summary>
    /// <param name="slot">A slot of this space.</param>
    /// <returns>A slot of this space; -1 after the last.</returns>
    public int NextOf(int slot) => _links[slot].Next;

    /// <summary>Appends a slot to its chain, unless it is in it.</summary>
    /// <param name="slot">A slot of this space.</param>
    public void Append(int slot)
    {
        ref var link = ref _links[slot];
        if (link.Previous != Unlinked)
            return;

        _chains.Ensure(link.Parent);
        ref var chain = ref _chains[link.Parent];
        link.Next = None;
        link.Previous = chain.Last - 1;
        if (chain.Last == 0)
            chain.First = slot + 1;
        else
            _links[chain.Last - 1].Next = slot;
        chain.Last = slot + 1;
    }

    /// <summary>Takes a slot out of its chain, if it is in it.</summary>
    /// <param name="slot">A slot of this space.</param>
    public override void Unlink(int slot)
    {
        ref var link = ref _links[slot];
        if (link.Previous == Unlinked)
            return;

        ref var chain = ref _chains[link.Parent];
        if (link.Previous == None)
            chain.First = link.Next + 1;
        else
            _links[link.Previous].Next = link.Next;
        if (link.Next == None)
            chain.Last = link.Previous + 1;
        else
            _links[link.Next].Previous = link.Previous;
        link.Previous = Unlinked;
    }

    /// <summary>Takes a slot below another, which it holds.</summary>
    /// <param name="parent">The slot above.</param>
    protected int TakeBelow(int parent)
    {
        var slot = Take();
        _links.Ensure(slot);
        _links[slot] = new Link { Parent = parent, Next = None, Previous = Unlinked };
        Parent.Retain(parent);
        return slot;
    }

    /// <inheritdoc/>
    protected override void Forget(int slot)
    {
        Unlink(slot);
        Parent.Release(_links[slot].Parent);
    }

    private struct Link
    {
        public int Parent;
        public int Next;
        public int Previous;
    }

    // One more than the slots, so that zeroes are an empty chain.
    private struct Chain
    {
        public int First;
        public int Last;
    }
}
