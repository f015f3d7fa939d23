namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>A value for each slot.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="space">The slots.</param>
/// <param name="column">The values.</param>
internal sealed class ValueState<T>(SlotSpace space, Column<T> column)
    : KeyedState(column.Info.Name, space), IValueState<T>, IRefValueState<T>
{
    private readonly Column<T> _column = column;

    /// <inheritdoc/>
    public T? Value => _column.TryGet(Slot, out var value) ? value : default;

    /// <inheritdoc/>
    public bool TryGet([MaybeNullWhen(false)] out T value) => _column.TryGet(Slot, out value);

    /// <inheritdoc/>
    public void Update(T? value)
    {
        if (value is null)
            _column.Remove(Slot);
        else
            _column.Set(Slot, value);
    }

    /// <inheritdoc/>
    public ref T GetOrAddRef() => ref _column.GetOrAddRef(Slot);

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => _column.Contains(slot);

    /// <inheritdoc/>
    public void Clear() => _column.Remove(Slot);
}
