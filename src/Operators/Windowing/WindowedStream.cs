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
    private long _latenessMs;
    private OutputTag<T>? _lateTag;

    internal WindowedStream(KeyedStream<T, TKey> input, WindowAssigner<T, TWindow> assigner)
    {
        _input = input;
        _assigner = assigner;
    }

    private WindowOptions<T> Options => new(_latenessMs, _lateTag);

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
        return _input.Add("Window", new ProcessWindowFactory<TKey, T, TWindow, TOut>(_assigner, Options, function)
        {
            Input = _input.Transformation,
            Selector = _input.Selector,
        });
    }

    private SingleOutputStreamOperator<TOut> Add<TAccumulator, TResult, TAggregation, TOut>(
        Func<TAggregation> aggregation,
        WindowEmitter<TKey, TWindow, TResult, TOut>? emitter,
        ProcessWindowFunction<TResult, TOut, TKey, TWindow>? process)
        where TAggregation : struct, IWindowAggregation<T, TAccumulator, TResult> =>
        _input.Add("Window", new AggregatedWindowFactory<TKey, T, TWindow, TAccumulator, TResult, TAggregation, TOut>(
            _assigner, Options, aggregation, emitter, process)
        {
            Input = _input.Transformation,
            Selector = _input.Selector,
        });
}
