namespace Akka.Flink.Functions;

/// <summary>Processes the records of two streams that are keyed alike; both see the same keyed state and timers.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>KeyedCoProcessFunction</c>.</para></remarks>
public abstract class KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> : RichFunction
{
    /// <summary>Processes a record of the first stream.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its key and timestamp, timers, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement1(TFirst value, Context context, ICollector<TOut> output);

    /// <summary>Processes a record of the second stream.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its key and timestamp, timers, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement2(TSecond value, Context context, ICollector<TOut> output);

    /// <summary>Called when a timer fires.</summary>
    /// <param name="timestamp">The time that the timer was registered for.</param>
    /// <param name="context">Its key and domain, timers, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted: with the timer's timestamp in event time, without one in processing time.</param>
    public virtual void OnTimer(long timestamp, OnTimerContext context, ICollector<TOut> output)
    {
    }

    /// <summary>What a <see cref="KeyedCoProcessFunction{TKey, TFirst, TSecond, TOut}"/> is told of a record.</summary>
    public abstract class Context
    {
        /// <summary>The current key.</summary>
        public abstract TKey CurrentKey { get; }

        /// <summary>The timestamp of the record or timer in milliseconds since the epoch; null when a record has none.</summary>
        public abstract long? Timestamp { get; }

        /// <summary>The time, and the timers of the current key.</summary>
        public abstract ITimerService TimerService { get; }

        /// <summary>Emits a record to a side output, with the timestamp of the record or timer.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }

    /// <summary>What a <see cref="KeyedCoProcessFunction{TKey, TFirst, TSecond, TOut}"/> is told of a timer.</summary>
    public abstract class OnTimerContext : Context
    {
        /// <summary>Which time the timer goes by.</summary>
        public abstract TimeDomain TimeDomain { get; }
    }
}
