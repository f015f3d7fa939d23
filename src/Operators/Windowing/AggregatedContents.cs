namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>The accumulator of a window.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TAggregation">The function.</typeparam>
/// <param name="aggregation">The function.</param>
internal sealed class AggregatedContents<T, TAccumulator, TResult, TAggregation>(TAggregation aggregation) : WindowContents<T, TResult>
    where TAggregation : struct, IWindowAggregation<T, TAccumulator, TResult>
{
    private readonly List<TAccumulator> _takenOut = [];
    private readonly ITypeSerializer<TAccumulator> _serializer = TypeSerializers.For<TAccumulator>();
    private IValueState<TAccumulator> _accumulator = null!;

    /// <inheritdoc/>
    public override void Declare<TWindow>(KeyedStateBackend backend, StateNamespace<TWindow> windows) =>
        _accumulator = backend.GetState(new ValueStateDescriptor<TAccumulator>("window-contents"), windows);

    /// <inheritdoc/>
    public override void Add(T value, long timestampMs)
    {
        var isNew = !_accumulator.TryGet(out var accumulator);
        aggregation.Add(ref accumulator!, isNew, value);
        _accumulator.Update(accumulator);
    }

    /// <inheritdoc/>
    public override bool TryGet([MaybeNullWhen(false)] out TResult contents)
    {
        if (!_accumulator.TryGet(out var accumulator))
        {
            contents = default;
            return false;
        }

        contents = aggregation.ResultOf(_serializer.Copy(accumulator));   // what is emitted must not change with the records to come
        return true;
    }

    /// <inheritdoc/>
    public override void Clear() => _accumulator.Clear();

    /// <inheritdoc/>
    public override void TakeOut()
    {
        if (_accumulator.TryGet(out var accumulator))
            _takenOut.Add(accumulator);
        _accumulator.Clear();
    }

    /// <inheritdoc/>
    public override void MergeIn()
    {
        foreach (var other in _takenOut)
            _accumulator.Update(_accumulator.TryGet(out var accumulator) ? aggregation.Merge(accumulator, other) : other);
        _takenOut.Clear();
    }
}
