namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Akka.Flink.State.Tables;

/// <summary>What all keyed state has: a name, and the slot of the current key or namespace.</summary>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots.</param>
internal abstract class KeyedState(string name, SlotSpace space)
{
    private readonly SlotSpace _space = space;

    /// <summary>The state's name.</summary>
    public string Name { get; } = name;

    /// <summary>The slot of the current key or namespace.</summary>
    /// <exception cref="StateException">There is none.</exception>
    protected int Slot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var slot = _space.Current;
            if (slot < 0)
                ThrowNoSlot();
            return slot;
        }
    }

    /// <summary>Whether a slot has anything in this state, expired or not.</summary>
    /// <param name="slot">A slot of a key.</param>
    public abstract bool HasEntry(int slot);

    [DoesNotReturn]
    private void ThrowNoSlot() => throw (_space is ChildSpace ? StateErrors.NoCurrentNamespace(Name) : StateErrors.NoCurrentKey(Name));
}
