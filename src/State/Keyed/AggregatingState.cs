namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>An accumulator for each slot.</summary>
/// <typeparam name="TIn">The type of elements.</typeparam>
/// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="space">The slots.</param>
/// <param name="column">The accumulators.</param>
/// <param name="function">Adds and reads.</param>
internal sealed class AggregatingState<TIn, TAccumulator, TOut>(
    SlotSpace space, Column<TAccumulator> column, IAggregateFunction<TIn, TAccumulator, TOut> function)
    : KeyedState(column.Info.Name, space), IAggregatingState<TIn, TOut>, IMergingState
{
    private readonly List<TAccumulator> _takenOut = [];

    /// <inheritdoc/>
    public TOut? Value => TryGet(out var value) ? value : default;

    /// <inheritdoc/>
    public bool TryGet([MaybeNullWhen(false)] out TOut value)
    {
        if (column.TryGet(Slot, out var accumulator))
        {
            value = function.GetResult(accumulator);
            return true;
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public void Add(TIn value)
    {
        var slot = Slot;
        column.Set(slot, function.Add(value, column.TryGet(slot, out var soFar) ? soFar : function.CreateAccumulator()));
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => column.Contains(slot);

    /// <inheritdoc/>
    public void Clear() => column.Remove(Slot);

    /// <inheritdoc/>
    public void TakeOut()
    {
        var slot = Slot;
        if (!column.TryGet(slot, out var accumulator))
            return;

        _takenOut.Add(accumulator);
        column.Remove(slot);
    }

    /// <inheritdoc/>
    public void MergeIn()
    {
        var slot = Slot;
        foreach (var other in _takenOut)
            column.Set(slot, column.TryGet(slot, out var accumulator) ? function.Merge(accumulator, other) : other);
        _takenOut.Clear();
    }
}
