namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>A keyed stream whose records are divided into windows. A function over the windows makes a stream of it.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>Output.</b> A window fires when its time has come, and once more for each late record that it accepts. What it emits has its
/// last millisecond as timestamp. Windows without records do not exist.</para>
/// <para><b>State.</b> With Reduce or Aggregate one accumulator for each key and window; event-time windows that slide share panes,
/// sessions are kept by key. With Process alone, all records.</para>
/// <para><b>Flink.</b> <c>WindowedStream</c>.</para>
/// </remarks>
public sealed partial class WindowedStream<T, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    private readonly KeyedStream<T, TKey> _input;
    private readonly WindowAssigner<T, TWindow> _assigner;
    private Trigger<T, TWindow>? _trigger;
    private Evictor<T, TWindow>? _evictor;
    private long _latenessMs;
    private OutputTag<T>? _lateTag;

    internal WindowedStream(KeyedStream<T, TKey> input, WindowAssigner<T, TWindow> assigner)
    {
        _input = input;
        _assigner = assigner;
    }

    private WindowSetup<T, TWindow> Setup => new(_assigner, new WindowOptions<T>(_latenessMs, _lateTag))
    {
        Trigger = _trigger,
        Evictor = _evictor,
    };

    /// <summary>Has windows fire when a trigger says so.</summary>
    /// <param name="trigger">The trigger, which takes the place of the assigner's own: a <see cref="Windowing.Trigger"/>, such as
    /// <see cref="CountTrigger"/>, or one that looks at the records.</param>
    /// <returns>This stream, with the trigger set; no operator is added.</returns>
    /// <remarks>
    /// <para><b>Output.</b> Windows fire when the trigger says so and at no other time: what it has not fired when a window is cleaned up
    /// is dropped.</para>
    /// <para><b>State.</b> What the trigger keeps for each key and window. Aggregates are kept by window; nothing is shared.</para>
    /// <para><b>Time.</b> A window is cleaned up at its end plus the allowed lateness, in the time domain of the assigner.</para>
    /// <para><b>Flink.</b> <c>WindowedStream.trigger</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The windows merge and the trigger cannot.</exception>
    /// <example><code source="samples/Docs/Triggers.cs" region="count-trigger" /></example>
    public WindowedStream<T, TKey, TWindow> Trigger(Trigger<T, TWindow> trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        if (_assigner.IsMerging && !trigger.CanMerge)
            throw WindowErrors.TriggerCannotMerge(trigger.GetType().Name);

        _trigger = trigger;
        return this;
    }

    /// <summary>Has an evictor remove records from a window whenever it fires.</summary>
    /// <param name="evictor">The evictor: an <see cref="Windowing.Evictor"/>, such as <see cref="CountEvictor"/>, or one that looks at the
    /// records.</param>
    /// <returns>This stream, with the evictor set; no operator is added.</returns>
    /// <remarks>
    /// <para><b>Output.</b> The function is called even if nothing is left. What is evicted is gone for good.</para>
    /// <para><b>State.</b> All records of each key and window with their timestamps, with Reduce and Aggregate as well: these are computed
    /// anew from what is left at each firing.</para>
    /// <para><b>Flink.</b> <c>WindowedStream.evictor</c>.</para>
    /// </remarks>
    /// <example><code source="samples/Docs/Triggers.cs" region="evictor" /></example>
    public WindowedStream<T, TKey, TWindow> Evictor(Evictor<T, TWindow> evictor)
    {
        ArgumentNullException.ThrowIfNull(evictor);
        _evictor = evictor;
        return this;
    }

    /// <summary>Keeps a window open for late records after the watermark has passed its end.</summary>
    /// <param name="lateness">How late a record may be, in event time. Default: zero, which drops every late record.
    /// <see cref="TimeSpan.MaxValue"/> keeps windows for ever.</param>
    /// <returns>This stream, with the lateness set; no operator is added.</returns>
    /// <remarks>
    /// <para><b>Output.</b> The window fires once when the watermark passes its end, and again for each late record it accepts.</para>
    /// <para><b>State.</b> One accumulator for each (key, window), removed when the watermark passes
    /// <c>window.MaxTimestamp + lateness</c>. Records later than that go to the late side output, or are counted and dropped.</para>
    /// <para><b>Time.</b> In processing time no record is late, so this has no effect there.</para>
    /// <para><b>Flink.</b> <c>WindowedStream.allowedLateness</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lateness"/> is negative.</exception>
    public WindowedStream<T, TKey, TWindow> AllowedLateness(TimeSpan lateness)
    {
        _latenessMs = WindowErrors.CheckLateness(lateness);
        return this;
    }

    /// <summary>Puts late records out instead of dropping them.</summary>
    /// <param name="tag">Names the side output, which <see cref="SingleOutputStreamOperator{T}.GetSideOutput"/> of the window function's
    /// stream reads.</param>
    /// <returns>This stream, with the side output set; no operator is added.</returns>
    /// <remarks>
    /// <para><b>Output.</b> A late record as it came, with its timestamp. A record that is late for some of its windows only is not put
    /// out.</para>
    /// <para><b>Flink.</b> <c>WindowedStream.sideOutputLateData</c>.</para>
    /// </remarks>
    public WindowedStream<T, TKey, TWindow> SideOutputLateData(OutputTag<T> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        _lateTag = tag;
        return this;
    }

    /// <summary>Has a function process all records of a window.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>State.</b> All records of each key and window, until the window is cleaned up. Reduce or Aggregate before the
    /// function keep one value instead.</para></remarks>
    public SingleOutputStreamOperator<TOut> Process<TOut>(ProcessWindowFunction<T, TOut, TKey, TWindow> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return _input.Add("Window", new ProcessWindowFactory<TKey, T, TWindow, TOut>(Setup, function)
        {
            Input = _input.Transformation,
            Selector = _input.Selector,
        });
    }

    /// <summary>Has a function that needs no more than key and window turn all records of a window into others.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks>
    /// <para><b>State.</b> All records of each key and window, until the window is cleaned up.</para>
    /// <para><b>Flink.</b> <c>WindowedStream.apply</c>.</para>
    /// </remarks>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(IWindowFunction<T, TOut, TKey, TWindow> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Process(new WindowFunctionAdapter<T, TOut, TKey, TWindow>(function));
    }

    private SingleOutputStreamOperator<TOut> Add<TAccumulator, TResult, TAggregation, TOut>(
        Func<TAggregation> aggregation,
        WindowEmitter<TKey, TWindow, TResult, TOut>? emitter,
        ProcessWindowFunction<TResult, TOut, TKey, TWindow>? process)
        where TAggregation : struct, IWindowAggregation<T, TAccumulator, TResult> =>
        _input.Add("Window", new AggregatedWindowFactory<TKey, T, TWindow, TAccumulator, TResult, TAggregation, TOut>(
            Setup, aggregation, emitter, process)
        {
            Input = _input.Transformation,
            Selector = _input.Selector,
        });
}
