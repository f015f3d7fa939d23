namespace Akka.Flink.Windowing;

using Akka.Flink.State;

/// <summary>What a trigger is given: the time, and timers and state of the current key and window.</summary>
/// <remarks>
/// <para><b>Time.</b> A timer belongs to key and window: equal timers of two windows are two. What is said of timers in
/// <see cref="Functions.ITimerService"/> holds here, too.</para>
/// <para><b>State.</b> Belongs to key and window, and shares its names with the state that the window's function keeps by window.</para>
/// <para><b>Threads.</b> Valid during the call that it is given to.</para>
/// <para><b>Flink.</b> <c>Trigger.TriggerContext</c>.</para>
/// </remarks>
public interface ITriggerContext
{
    /// <summary>The current watermark; the smallest long before the first one.</summary>
    long CurrentWatermark { get; }

    /// <summary>The clock, in milliseconds since the epoch.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>Has <c>OnEventTime</c> called for this window when the watermark reaches a time.</summary>
    /// <param name="timeMs">Milliseconds since the epoch.</param>
    void RegisterEventTimeTimer(long timeMs);

    /// <summary>Has <c>OnProcessingTime</c> called for this window when the clock reaches a time.</summary>
    /// <param name="timeMs">Milliseconds since the epoch.</param>
    void RegisterProcessingTimeTimer(long timeMs);

    /// <summary>Deletes a timer, if it is set.</summary>
    /// <param name="timeMs">The time it was set for.</param>
    void DeleteEventTimeTimer(long timeMs);

    /// <summary>Deletes a timer, if it is set.</summary>
    /// <param name="timeMs">The time it was set for.</param>
    void DeleteProcessingTimeTimer(long timeMs);

    /// <summary>One value for this key and window.</summary>
    /// <typeparam name="TState">The value's type.</typeparam>
    /// <param name="descriptor">Its declaration; best the same object in each call.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IValueState<TState> GetPartitionedState<TState>(ValueStateDescriptor<TState> descriptor);

    /// <summary>A list for this key and window.</summary>
    /// <typeparam name="TState">The elements' type.</typeparam>
    /// <param name="descriptor">Its declaration; best the same object in each call.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IListState<TState> GetPartitionedState<TState>(ListStateDescriptor<TState> descriptor);

    /// <summary>A map for this key and window.</summary>
    /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
    /// <typeparam name="TValue">The type of the map's values.</typeparam>
    /// <param name="descriptor">Its declaration; best the same object in each call.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IMapState<TMapKey, TValue> GetPartitionedState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull;

    /// <summary>A value for this key and window, to which elements are reduced.</summary>
    /// <typeparam name="TState">The type of elements and value.</typeparam>
    /// <param name="descriptor">Its declaration; best the same object in each call.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IReducingState<TState> GetPartitionedState<TState>(ReducingStateDescriptor<TState> descriptor);

    /// <summary>An accumulator for this key and window.</summary>
    /// <typeparam name="TIn">The type of elements.</typeparam>
    /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="descriptor">Its declaration; best the same object in each call.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">The name is taken by a state of another kind or type.</exception>
    IAggregatingState<TIn, TOut> GetPartitionedState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor);
}
