namespace Akka.Flink.State;

/// <summary>Keyed state, by name.</summary>
/// <remarks><para><b>Flink.</b> <c>KeyedStateStore</c>.</para></remarks>
public interface IKeyedStateStore
{
    /// <summary>One value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor);

    /// <summary>A list.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A map.</summary>
    /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
    /// <typeparam name="TValue">The type of the map's values.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull;

    /// <summary>A value to which elements are reduced.</summary>
    /// <typeparam name="T">The type of elements and value.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor);

    /// <summary>An accumulator.</summary>
    /// <typeparam name="TIn">The type of elements.</typeparam>
    /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor);
}
