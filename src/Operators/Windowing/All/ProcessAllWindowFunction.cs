namespace Akka.Flink.Functions;

using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Turns what is in a window over all records of a stream into none, one or many records, each time that the window
/// fires.</summary>
/// <typeparam name="TIn">The type of what is in the window: the records, or, behind Reduce or Aggregate, their one result.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>State.</b> Alone it needs all records of a window to be kept; behind Reduce or Aggregate one accumulator.</para>
/// <para><b>Threads.</b> There is one instance, and one thread at a time calls it.</para>
/// <para><b>Flink.</b> <c>ProcessAllWindowFunction</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/Windows.cs" region="window-all-function" /></example>
public abstract class ProcessAllWindowFunction<TIn, TOut, TWindow> : RichFunction
    where TWindow : notnull, IWindow
{
    /// <summary>Called when a window fires.</summary>
    /// <param name="context">The window, the time, state, side outputs; valid during the call.</param>
    /// <param name="elements">What is in the window; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the window's last millisecond as timestamp.</param>
    public abstract void Process(Context context, IEnumerable<TIn> elements, ICollector<TOut> output);

    /// <summary>Called when a window is cleaned up, even if it never fired: the place to clear <see cref="Context.WindowState"/>.</summary>
    /// <param name="context">The window, the time, state, side outputs; valid during the call.</param>
    public virtual void Clear(Context context)
    {
    }

    /// <summary>What a <see cref="ProcessAllWindowFunction{TIn, TOut, TWindow}"/> is told.</summary>
    public abstract class Context
    {
        /// <summary>The window.</summary>
        public abstract TWindow Window { get; }

        /// <summary>The current watermark; the smallest long before the first one.</summary>
        public abstract long CurrentWatermark { get; }

        /// <summary>The clock, in milliseconds since the epoch.</summary>
        public abstract long CurrentProcessingTime { get; }

        /// <summary>State of this window. What is put there must be cleared in <see cref="Clear"/>.</summary>
        /// <exception cref="JobException">State is asked for, and the windows merge.</exception>
        public abstract IKeyedStateStore WindowState { get; }

        /// <summary>State whatever the window.</summary>
        public abstract IKeyedStateStore GlobalState { get; }

        /// <summary>Emits a record to a side output, with the window's last millisecond as timestamp.</summary>
        /// <typeparam name="T">The side output's type.</typeparam>
        /// <param name="tag">Names the side output.</param>
        /// <param name="value">The record.</param>
        public abstract void Output<T>(OutputTag<T> tag, T value);
    }
}
