namespace Akka.Flink.Functions;

using Akka.Flink.State;

/// <summary>Where a function runs, and its state.</summary>
/// <remarks><para><b>Flink.</b> <c>RuntimeContext</c>.</para></remarks>
public interface IRuntimeContext
{
    /// <summary>The operator's name.</summary>
    string OperatorName { get; }

    /// <summary>The operator's uid.</summary>
    string OperatorUid { get; }

    /// <summary>Which subtask this is: 0 to <see cref="Parallelism"/> - 1.</summary>
    int SubtaskIndex { get; }

    /// <summary>How many subtasks the operator has.</summary>
    int Parallelism { get; }

    /// <summary>How many key groups the operator's keys are divided into.</summary>
    int MaxParallelism { get; }

    /// <summary>The counter of a name, made if it is not there yet; it is shown among the operator's metrics.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The counter.</returns>
    Counter Counter(string name);

    /// <summary>One value for each key.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="JobException">The stream is not keyed.</exception>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor);

    /// <summary>A list for each key.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="JobException">The stream is not keyed.</exception>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IListState<T> GetListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A map for each key.</summary>
    /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
    /// <typeparam name="TValue">The type of the map's values.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="JobException">The stream is not keyed.</exception>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IMapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull;

    /// <summary>One value for each key, to which elements are reduced.</summary>
    /// <typeparam name="T">The type of elements and value.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="JobException">The stream is not keyed.</exception>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor);

    /// <summary>One accumulator for each key.</summary>
    /// <typeparam name="TIn">The type of elements.</typeparam>
    /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="descriptor">Its declaration.</param>
    /// <returns>The state, of whichever key is current.</returns>
    /// <exception cref="JobException">The stream is not keyed.</exception>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IAggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor);
}
