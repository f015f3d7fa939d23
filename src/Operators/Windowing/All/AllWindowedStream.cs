namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>A stream whose records are divided into windows, whatever their keys. A function over the windows makes a stream of
/// it.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para>All records go through one subtask. What can be done by key first should be, with windows of the same size behind it: results have
/// their windows' last milliseconds as timestamps, so they fall into the same windows again.</para>
/// <para><b>Output.</b> As of a <see cref="WindowedStream{T, TKey, TWindow}"/> of one key.</para>
/// <para><b>State.</b> As of a <see cref="WindowedStream{T, TKey, TWindow}"/> of one key.</para>
/// <para><b>Flink.</b> <c>AllWindowedStream</c>.</para>
/// </remarks>
public sealed partial class AllWindowedStream<T, TWindow>
    where TWindow : notnull, IWindow
{
    private readonly WindowedStream<T, byte, TWindow> _windowed;

    internal AllWindowedStream(WindowedStream<T, byte, TWindow> windowed) => _windowed = windowed;

    /// <summary>Has windows fire when a trigger says so.</summary>
    /// <param name="trigger">The trigger, which takes the place of the assigner's own.</param>
    /// <returns>This stream, with the trigger set; no operator is added.</returns>
    /// <remarks>As <see cref="WindowedStream{T, TKey, TWindow}.Trigger"/>.</remarks>
    /// <exception cref="ArgumentException">The windows merge and the trigger cannot.</exception>
    public AllWindowedStream<T, TWindow> Trigger(Trigger<T, TWindow> trigger)
    {
        _windowed.Trigger(trigger);
        return this;
    }

    /// <summary>Has an evictor remove records from a window whenever it fires.</summary>
    /// <param name="evictor">The evictor.</param>
    /// <returns>This stream, with the evictor set; no operator is added.</returns>
    /// <remarks>As <see cref="WindowedStream{T, TKey, TWindow}.Evictor"/>.</remarks>
    public AllWindowedStream<T, TWindow> Evictor(Evictor<T, TWindow> evictor)
    {
        _windowed.Evictor(evictor);
        return this;
    }

    /// <summary>Keeps a window open for late records after the watermark has passed its end.</summary>
    /// <param name="lateness">How late a record may be, in event time. Default: zero, which drops every late record.
    /// <see cref="TimeSpan.MaxValue"/> keeps windows for ever.</param>
    /// <returns>This stream, with the lateness set; no operator is added.</returns>
    /// <remarks>As <see cref="WindowedStream{T, TKey, TWindow}.AllowedLateness"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lateness"/> is negative.</exception>
    public AllWindowedStream<T, TWindow> AllowedLateness(TimeSpan lateness)
    {
        _windowed.AllowedLateness(lateness);
        return this;
    }

    /// <summary>Puts late records out instead of dropping them.</summary>
    /// <param name="tag">Names the side output, which <see cref="SingleOutputStreamOperator{T}.GetSideOutput"/> of the window function's
    /// stream reads.</param>
    /// <returns>This stream, with the side output set; no operator is added.</returns>
    /// <remarks>As <see cref="WindowedStream{T, TKey, TWindow}.SideOutputLateData"/>.</remarks>
    public AllWindowedStream<T, TWindow> SideOutputLateData(OutputTag<T> tag)
    {
        _windowed.SideOutputLateData(tag);
        return this;
    }

    /// <summary>Has a function process all records of a window.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>State.</b> All records of each window, until the window is cleaned up. Reduce or Aggregate before the function
    /// keep one value instead.</para></remarks>
    public SingleOutputStreamOperator<TOut> Process<TOut>(ProcessAllWindowFunction<T, TOut, TWindow> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Named(_windowed.Process(new AllFunctionAdapter<T, TOut, TWindow>(function)));
    }

    /// <summary>Has a function that needs no more than the window turn all its records into others.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>State.</b> All records of each window, until the window is cleaned up.</para></remarks>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(IAllWindowFunction<T, TOut, TWindow> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Named(_windowed.Process(new WindowFunctionAdapter<T, TOut, byte, TWindow>(function)));
    }

    /// <summary>Combines the records of a window into one.</summary>
    /// <param name="function">Combines two records. Not called for a window's first record.</param>
    /// <returns>The stream of the results, each with its window's last millisecond as timestamp.</returns>
    public SingleOutputStreamOperator<T> Reduce(IReduceFunction<T> function) => Named(_windowed.Reduce(function));

    /// <summary>Combines the records of a window into one.</summary>
    /// <param name="function">Combines two records; associative. Not called for a window's first record.</param>
    /// <returns>The stream of the results, each with its window's last millisecond as timestamp.</returns>
    public SingleOutputStreamOperator<T> Reduce(Func<T, T, T> function) => Named(_windowed.Reduce(function));

    /// <summary>Combines the records of a window into one, of which, with the window, one record is made.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records; associative. Not called for a window's first record.</param>
    /// <param name="select">Makes the record that goes out of window and result.</param>
    /// <returns>The stream of what is made of the results, with the windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(Func<T, T, T> function, Func<TWindow, T, TOut> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        return Named(_windowed.Reduce(function, (_, window, result) => select(window, result)));
    }

    /// <summary>Combines the records of a window into one, which a function then processes.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records. Not called for a window's first record.</param>
    /// <param name="process">Processes each result.</param>
    /// <returns>The stream of what the function emits.</returns>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(IReduceFunction<T> function, ProcessAllWindowFunction<T, TOut, TWindow> process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Named(_windowed.Reduce(function, new AllFunctionAdapter<T, TOut, TWindow>(process)));
    }

    /// <summary>Combines the records of a window into one, which a function then processes.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Combines two records; associative. Not called for a window's first record.</param>
    /// <param name="process">Processes each result.</param>
    /// <returns>The stream of what the function emits.</returns>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(Func<T, T, T> function, ProcessAllWindowFunction<T, TOut, TWindow> process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Named(_windowed.Reduce(function, new AllFunctionAdapter<T, TOut, TWindow>(process)));
    }

    /// <summary>Adds the records of a window up.</summary>
    /// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
    /// <typeparam name="TResult">The type of results.</typeparam>
    /// <param name="function">Adds records to an accumulator and reads the result.</param>
    /// <returns>The stream of the results, each with its window's last millisecond as timestamp.</returns>
    public SingleOutputStreamOperator<TResult> Aggregate<TAccumulator, TResult>(IAggregateFunction<T, TAccumulator, TResult> function) =>
        Named(_windowed.Aggregate(function));

    /// <summary>Adds the records of a window up and makes one record of window and result.</summary>
    /// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
    /// <typeparam name="TResult">The type of results.</typeparam>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Adds records to an accumulator and reads the result.</param>
    /// <param name="select">Makes the record that goes out of window and result.</param>
    /// <returns>The stream of what is made of the results, with the windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Aggregate<TAccumulator, TResult, TOut>(
        IAggregateFunction<T, TAccumulator, TResult> function, Func<TWindow, TResult, TOut> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        return Named(_windowed.Aggregate(function, (_, window, result) => select(window, result)));
    }

    /// <summary>Adds the records of a window up and has a function process the result.</summary>
    /// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
    /// <typeparam name="TResult">The type of results.</typeparam>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Adds records to an accumulator and reads the result.</param>
    /// <param name="process">Processes each result.</param>
    /// <returns>The stream of what the function emits.</returns>
    public SingleOutputStreamOperator<TOut> Aggregate<TAccumulator, TResult, TOut>(
        IAggregateFunction<T, TAccumulator, TResult> function, ProcessAllWindowFunction<TResult, TOut, TWindow> process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Named(_windowed.Aggregate(function, new AllFunctionAdapter<TResult, TOut, TWindow>(process)));
    }

    private static SingleOutputStreamOperator<TOut> Named<TOut>(SingleOutputStreamOperator<TOut> stream) => stream.Name("Window All");
}
