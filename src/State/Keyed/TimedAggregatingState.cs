namespace Akka.Flink.State.Keyed;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State.Tables;

/// <summary>An accumulator for each slot, with time-to-live.</summary>
/// <typeparam name="TIn">The type of elements.</typeparam>
/// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots.</param>
/// <param name="column">The accumulators.</param>
/// <param name="function">Adds and reads.</param>
internal sealed class TimedAggregatingState<TIn, TAccumulator, TOut>(
    string name, SlotSpace space, TimedColumn<TAccumulator> column, IAggregateFunction<TIn, TAccumulator, TOut> function)
    : KeyedState(name, space), IAggregatingState<TIn, TOut>, IMergingState
{
    private readonly List<TAccumulator> _takenOut = [];

    /// <inheritdoc/>
    public TOut? Value => TryGet(out var value) ? value : default;

    /// <inheritdoc/>
    public bool TryGet([MaybeNullWhen(false)] out TOut value)
    {
        var slot = Slot;
        column.CleanUp();
        if (column.TryGet(slot, out var accumulator))
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
        column.CleanUp();
        ref var soFar = ref column.GetOrAddRef(slot, out var added);
        soFar = function.Add(value, added ? function.CreateAccumulator() : soFar);
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => column.Contains(slot);

    /// <inheritdoc/>
    public void Clear() => column.Remove(Slot);

    /// <inheritdoc/>
    public void TakeOut()
    {
        var slot = Slot;
        if (column.TryGet(slot, out var accumulator))
            _takenOut.Add(accumulator);
        column.Remove(slot);
    }

    /// <inheritdoc/>
    public void MergeIn()
    {
        var slot = Slot;
        foreach (var other in _takenOut)
        {
            ref var soFar = ref column.GetOrAddRef(slot, out var added);
            soFar = added ? other : function.Merge(soFar, other);
        }

        _takenOut.Clear();
    }
}
