namespace Akka.Flink.Functions;

/// <summary>Processes the records of two streams that are not keyed.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>CoProcessFunction</c>.</para></remarks>
public abstract class CoProcessFunction<TFirst, TSecond, TOut> : RichFunction
{
    /// <summary>Processes a record of the first stream.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its timestamp, the time, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement1(TFirst value, Context context, ICollector<TOut> output);

    /// <summary>Processes a record of the second stream.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its timestamp, the time, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement2(TSecond value, Context context, ICollector<TOut> output);

    /// <summary>What a <see cref="CoProcessFunction{TFirst, TSecond, TOut}"/> is told of a record.</summary>
    public abstract class Context
    {
        /// <summary>The record's timestamp in milliseconds since the epoch; null when it has none.</summary>
        public abstract long? Timestamp { get; }

        /// <summary>The time; timers are refused.</summary>
        public abstract ITimerService TimerService { get; }

        /// <summary>Emits a record to a side output, with the record's timestamp.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }
}
