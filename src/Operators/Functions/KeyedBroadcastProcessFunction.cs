namespace Akka.Flink.Functions;

using Akka.Flink.State;

/// <summary>Processes the records of a keyed stream by what it was told over a broadcast stream, with keyed state and timers.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para><b>State.</b> Broadcast state, changed by broadcast records only, and by all subtasks alike; and keyed state.</para>
/// <para><b>Time.</b> Timers belong to keys: a broadcast record has none, and sets none.</para>
/// <para><b>Flink.</b> <c>KeyedBroadcastProcessFunction</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/BroadcastState.cs" region="keyed-broadcast-function" /></example>
public abstract class KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut> : RichFunction
{
    /// <summary>Processes a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its key and timestamp, timers, broadcast state to be read, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement(TIn value, ReadOnlyContext context, ICollector<TOut> output);

    /// <summary>Processes a broadcast record, which each subtask is given. There is no current key.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its timestamp, broadcast state to be changed, all keys of the subtask, side outputs; valid during the
    /// call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessBroadcastElement(TBroadcast value, Context context, ICollector<TOut> output);

    /// <summary>Called when a timer fires.</summary>
    /// <param name="timestamp">The time that the timer was registered for.</param>
    /// <param name="context">Its key and domain, timers, broadcast state to be read, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted: with the timer's timestamp in event time, without one in processing time.</param>
    public virtual void OnTimer(long timestamp, OnTimerContext context, ICollector<TOut> output)
    {
    }

    /// <summary>What a <see cref="KeyedBroadcastProcessFunction{TKey, TIn, TBroadcast, TOut}"/> is told of a record.</summary>
    public abstract class ReadOnlyContext
    {
        /// <summary>The current key.</summary>
        public abstract TKey CurrentKey { get; }

        /// <summary>The timestamp of the record or timer in milliseconds since the epoch; null when a record has none.</summary>
        public abstract long? Timestamp { get; }

        /// <summary>The time, and the timers of the current key.</summary>
        public abstract ITimerService TimerService { get; }

        /// <summary>The current watermark of both inputs; the smallest long before the first one.</summary>
        public abstract long CurrentWatermark { get; }

        /// <summary>The clock, in milliseconds since the epoch.</summary>
        public abstract long CurrentProcessingTime { get; }

        /// <summary>Broadcast state, to be read.</summary>
        /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
        /// <typeparam name="TValue">The type of the map's values.</typeparam>
        /// <param name="descriptor">One of those that the stream was broadcast with.</param>
        /// <returns>The state of this subtask.</returns>
        /// <exception cref="JobException">The stream was not broadcast with the descriptor.</exception>
        public abstract IReadOnlyBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor)
            where TMapKey : notnull;

        /// <summary>Emits a record to a side output, with the timestamp of the record or timer.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }

    /// <summary>What a <see cref="KeyedBroadcastProcessFunction{TKey, TIn, TBroadcast, TOut}"/> is told of a timer.</summary>
    public abstract class OnTimerContext : ReadOnlyContext
    {
        /// <summary>Which time the timer goes by.</summary>
        public abstract TimeDomain TimeDomain { get; }
    }

    /// <summary>What a <see cref="KeyedBroadcastProcessFunction{TKey, TIn, TBroadcast, TOut}"/> is told of a broadcast record.</summary>
    public abstract class Context
    {
        /// <summary>The record's timestamp in milliseconds since the epoch; the smallest long when it has none.</summary>
        public abstract long Timestamp { get; }

        /// <summary>The current watermark of both inputs; the smallest long before the first one.</summary>
        public abstract long CurrentWatermark { get; }

        /// <summary>The clock, in milliseconds since the epoch.</summary>
        public abstract long CurrentProcessingTime { get; }

        /// <summary>Broadcast state.</summary>
        /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
        /// <typeparam name="TValue">The type of the map's values.</typeparam>
        /// <param name="descriptor">One of those that the stream was broadcast with.</param>
        /// <returns>The state of this subtask.</returns>
        /// <exception cref="JobException">The stream was not broadcast with the descriptor.</exception>
        public abstract IBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor)
            where TMapKey : notnull;

        /// <summary>Emits a record to a side output, with the timestamp of the record.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);

        /// <summary>Visits each key of this subtask that has something in a state, in any order.</summary>
        /// <typeparam name="T">The type of what it holds.</typeparam>
        /// <param name="descriptor">The state's declaration.</param>
        /// <param name="visit">Called for each key, which is current meanwhile; may change the state, and emit.</param>
        public abstract void ApplyToKeyedState<T>(ValueStateDescriptor<T> descriptor, Action<TKey, IValueState<T>> visit);

        /// <summary>Visits each key of this subtask that has something in a state, in any order.</summary>
        /// <typeparam name="T">The type of what it holds.</typeparam>
        /// <param name="descriptor">The state's declaration.</param>
        /// <param name="visit">Called for each key, which is current meanwhile; may change the state, and emit.</param>
        public abstract void ApplyToKeyedState<T>(ListStateDescriptor<T> descriptor, Action<TKey, IListState<T>> visit);

        /// <summary>Visits each key of this subtask that has something in a state, in any order.</summary>
        /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
        /// <typeparam name="TValue">The type of the map's values.</typeparam>
        /// <param name="descriptor">The state's declaration.</param>
        /// <param name="visit">Called for each key, which is current meanwhile; may change the state, and emit.</param>
        public abstract void ApplyToKeyedState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor, Action<TKey, IMapState<TMapKey, TValue>> visit)
            where TMapKey : notnull;

        /// <summary>Visits each key of this subtask that has something in a state, in any order.</summary>
        /// <typeparam name="T">The type of what it holds.</typeparam>
        /// <param name="descriptor">The state's declaration.</param>
        /// <param name="visit">Called for each key, which is current meanwhile; may change the state, and emit.</param>
        public abstract void ApplyToKeyedState<T>(ReducingStateDescriptor<T> descriptor, Action<TKey, IReducingState<T>> visit);

        /// <summary>Visits each key of this subtask that has something in a state, in any order.</summary>
        /// <typeparam name="TElement">The type of elements.</typeparam>
        /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
        /// <typeparam name="TResult">The type of results.</typeparam>
        /// <param name="descriptor">The state's declaration.</param>
        /// <param name="visit">Called for each key, which is current meanwhile; may change the state, and emit.</param>
        public abstract void ApplyToKeyedState<TElement, TAccumulator, TResult>(
            AggregatingStateDescriptor<TElement, TAccumulator, TResult> descriptor,
            Action<TKey, IAggregatingState<TElement, TResult>> visit);
    }
}
