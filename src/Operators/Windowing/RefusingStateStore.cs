namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Refuses state by window: windows merge.</summary>
/// <param name="context">Where the operator runs, for the error.</param>
internal sealed class RefusingStateStore(OperatorContext context) : IKeyedStateStore
{
    /// <inheritdoc/>
    public IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) =>
        throw WindowErrors.WindowStateOfMergingWindows(context, descriptor.Name);

    /// <inheritdoc/>
    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) =>
        throw WindowErrors.WindowStateOfMergingWindows(context, descriptor.Name);

    /// <inheritdoc/>
    public IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        throw WindowErrors.WindowStateOfMergingWindows(context, descriptor.Name);

    /// <inheritdoc/>
    public IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) =>
        throw WindowErrors.WindowStateOfMergingWindows(context, descriptor.Name);

    /// <inheritdoc/>
    public IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        throw WindowErrors.WindowStateOfMergingWindows(context, descriptor.Name);
}
