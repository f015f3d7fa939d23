namespace Akka.Flink.Functions;

/// <summary>Processes each pair of records that a join finds.</summary>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks><para><b>Flink.</b> <c>ProcessJoinFunction</c>.</para></remarks>
public abstract class ProcessJoinFunction<TLeft, TRight, TOut> : RichFunction
{
    /// <summary>Processes a pair.</summary>
    /// <param name="left">The left record. Both may be given again with others, so neither may be changed.</param>
    /// <param name="right">The right record.</param>
    /// <param name="context">The timestamps, side outputs; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the later of the two timestamps.</param>
    public abstract void ProcessElement(TLeft left, TRight right, Context context, ICollector<TOut> output);

    /// <summary>What a <see cref="ProcessJoinFunction{TLeft, TRight, TOut}"/> is told of a pair.</summary>
    public abstract class Context
    {
        /// <summary>The left record's timestamp in milliseconds since the epoch.</summary>
        public abstract long LeftTimestamp { get; }

        /// <summary>The right record's timestamp in milliseconds since the epoch.</summary>
        public abstract long RightTimestamp { get; }

        /// <summary>The later of the two, which records that are emitted bear.</summary>
        public abstract long Timestamp { get; }

        /// <summary>Emits a record to a side output, with the later of the two timestamps.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }
}
