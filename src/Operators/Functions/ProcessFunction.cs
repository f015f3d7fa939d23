namespace Akka.Flink.Functions;

/// <summary>Processes each record with its timestamp, the watermark and side outputs at hand.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Time.</b> Without keys there are no timers: registering one is refused.</para><para><b>Flink.</b>
/// <c>ProcessFunction</c>.</para></remarks>
public abstract class ProcessFunction<TIn, TOut> : RichFunction
{
    /// <summary>Processes a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="context">Its timestamp, the time, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the record's timestamp.</param>
    public abstract void ProcessElement(TIn value, Context context, ICollector<TOut> output);

    /// <summary>What a <see cref="ProcessFunction{TIn, TOut}"/> is told of a record.</summary>
    public abstract class Context
    {
        /// <summary>The record's timestamp in milliseconds since the epoch; null when it has none.</summary>
        public abstract long? Timestamp { get; }

        /// <summary>The time.</summary>
        public abstract ITimerService TimerService { get; }

        /// <summary>Emits a record to a side output, with the record's timestamp.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }
}
