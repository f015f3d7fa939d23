namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>State of the current key and window.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="backend">The state.</param>
/// <param name="windows">The windows.</param>
internal sealed class WindowStateStore<TWindow>(KeyedStateBackend backend, StateNamespace<TWindow> windows) : IKeyedStateStore
{
    /// <inheritdoc/>
    public IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) =>
        backend.GetState(descriptor, windows);

    /// <inheritdoc/>
    public IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) =>
        backend.GetListState(descriptor, windows);

    /// <inheritdoc/>
    public IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        backend.GetMapState(descriptor, windows);

    /// <inheritdoc/>
    public IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) =>
        backend.GetReducingState(descriptor, windows);

    /// <inheritdoc/>
    public IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        backend.GetAggregatingState(descriptor, windows);
}
