namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A value for each slot, to which elements are reduced, with time-to-live.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots.</param>
/// <param name="column">The values.</param>
/// <param name="reduce">Combines the value with an element.</param>
internal sealed class TimedReducingState<T>(string name, SlotSpace space, TimedColumn<T> column, Func<T, T, T> reduce)
    : KeyedState(name, space), IReducingState<T>
{
    /// <inheritdoc/>
    public T? Value => TryGet(out var value) ? value : default;

    /// <inheritdoc/>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        var slot = Slot;
        column.CleanUp();
        return column.TryGet(slot, out value);
    }

    /// <inheritdoc/>
    public void Add(T value)
    {
        var slot = Slot;
        column.CleanUp();
        ref var soFar = ref column.GetOrAddRef(slot, out var added);
        soFar = added ? value : reduce(soFar, value);
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => column.Contains(slot);

    /// <inheritdoc/>
    public void Clear() => column.Remove(Slot);
}
