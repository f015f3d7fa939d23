namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>State of the current key.</summary>
/// <param name="backend">The state.</param>
internal sealed class GlobalStateStore(KeyedStateBackend backend) : IKeyedStateStore
{
    /// <inheritdoc/>
    public IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) =>
        backend.GetState(descriptor);

    /// <inheritdoc/>
    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) =>
        backend.GetListState(descriptor);

    /// <inheritdoc/>
    public IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        backend.GetMapState(descriptor);

    /// <inheritdoc/>
    public IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) =>
        backend.GetReducingState(descriptor);

    /// <inheritdoc/>
    public IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        backend.GetAggregatingState(descriptor);
}
