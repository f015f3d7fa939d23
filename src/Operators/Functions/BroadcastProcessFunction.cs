namespace Akka.Flink.Functions;

using Akka.Flink.State;

/// <summary>Processes the records of a stream by what it was told over a broadcast stream, such as rules.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para><b>State.</b> Broadcast state, changed by broadcast records only, and by all subtasks alike.</para>
/// <para><b>Time.</b> Without keys there are no timers.</para>
/// <para><b>Flink.</b> <c>BroadcastProcessFunction</c>.</para>
/// </remarks>
public abstract class BroadcastProcessFunction<TIn, TBroadcast, TOut> : RichFunction
{
    /// <summary>Processes a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its timestamp, broadcast state to be read, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement(TIn value, ReadOnlyContext context, ICollector<TOut> output);

    /// <summary>Processes a broadcast record, which each subtask is given.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its timestamp, broadcast state to be changed, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessBroadcastElement(TBroadcast value, Context context, ICollector<TOut> output);

    /// <summary>What a <see cref="BroadcastProcessFunction{TIn, TBroadcast, TOut}"/> is told of a record.</summary>
    public abstract class ReadOnlyContext
    {
        /// <summary>The record's timestamp in milliseconds since the epoch; null when it has none.</summary>
        public abstract long? Timestamp { get; }

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

        /// <summary>Emits a record to a side output, with the timestamp of the record.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }

    /// <summary>What a <see cref="BroadcastProcessFunction{TIn, TBroadcast, TOut}"/> is told of a broadcast record.</summary>
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
    }
}
