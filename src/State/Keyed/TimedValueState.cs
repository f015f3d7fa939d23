namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A value for each slot, with time-to-live.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots.</param>
/// <param name="column">The values.</param>
internal sealed class TimedValueState<T>(string name, SlotSpace space, TimedColumn<T> column)
    : KeyedState(name, space), IValueState<T>, IRefValueState<T>
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
    public void Update(T? value)
    {
        var slot = Slot;
        column.CleanUp();
        if (value is null)
            column.Remove(slot);
        else
            column.Set(slot, value);
    }

    /// <inheritdoc/>
    public ref T GetOrAddRef()
    {
        var slot = Slot;
        column.CleanUp();
        return ref column.GetOrAddRef(slot, out _);
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => column.Contains(slot);

    /// <inheritdoc/>
    public void Clear() => column.Remove(Slot);
}
