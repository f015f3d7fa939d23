namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A value for each slot, to which elements are reduced.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="space">The slots.</param>
/// <param name="column">The values.</param>
/// <param name="reduce">Combines the value with an element.</param>
internal sealed class ReducingState<T>(SlotSpace space, Column<T> column, Func<T, T, T> reduce)
    : KeyedState(column.Info.Name, space), IReducingState<T>
{
    /// <inheritdoc/>
    public T? Value => column.TryGet(Slot, out var value) ? value : default;

    /// <inheritdoc/>
    public bool TryGet([MaybeNullWhen(false)] out T value) => column.TryGet(Slot, out value);

    /// <inheritdoc/>
    public void Add(T value)
    {
        var slot = Slot;
        column.Set(slot, column.TryGet(slot, out var soFar) ? reduce(soFar, value) : value);
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => column.Contains(slot);

    /// <inheritdoc/>
    public void Clear() => column.Remove(Slot);
}
