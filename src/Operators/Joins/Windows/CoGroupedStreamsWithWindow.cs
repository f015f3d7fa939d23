namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>Two streams with keys and windows: a function over what is in the windows makes a stream of them.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>Output.</b> The function is called for each window that fires, also if one of the streams has nothing in it.
/// What it emits has the window's last millisecond as timestamp.</para>
/// <para><b>State.</b> All records of both streams, by key and window, until the window is cleaned up.</para>
/// <para><b>Time.</b> Both streams become one in front of the windows: the watermark is that of a union. Late records are counted and
/// dropped.</para>
/// <para><b>Flink.</b> <c>CoGroupedStreams.WithWindow</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/Joins.cs" region="co-group" /></example>
public sealed class CoGroupedStreamsWithWindow<TFirst, TSecond, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    private readonly WindowedStream<TaggedUnion<TFirst, TSecond>, TKey, TWindow> _windowed;

    internal CoGroupedStreamsWithWindow(
        KeyedUnion<TFirst, TSecond, TKey> streams, WindowAssigner<TaggedUnion<TFirst, TSecond>, TWindow> assigner) =>
        _windowed = streams.ToStream("Co-Group").Window(assigner);

    /// <summary>Has windows fire when a trigger says so.</summary>
    /// <param name="trigger">The trigger; it sees the records of both streams.</param>
    /// <returns>These streams, with the trigger set.</returns>
    /// <remarks><para><b>Flink.</b> <c>CoGroupedStreams.WithWindow.trigger</c>.</para></remarks>
    /// <exception cref="ArgumentException">The windows merge and the trigger cannot.</exception>
    public CoGroupedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> Trigger(Trigger<TaggedUnion<TFirst, TSecond>, TWindow> trigger)
    {
        _windowed.Trigger(trigger);
        return this;
    }

    /// <summary>Has an evictor remove records from a window whenever it fires.</summary>
    /// <param name="evictor">The evictor; it sees the records of both streams.</param>
    /// <returns>These streams, with the evictor set.</returns>
    /// <remarks><para><b>Flink.</b> <c>CoGroupedStreams.WithWindow.evictor</c>.</para></remarks>
    public CoGroupedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> Evictor(Evictor<TaggedUnion<TFirst, TSecond>, TWindow> evictor)
    {
        _windowed.Evictor(evictor);
        return this;
    }

    /// <summary>Keeps windows open for late records after the watermark has passed their end.</summary>
    /// <param name="lateness">How late a record may be, in event time. Default: zero, which drops every late record.</param>
    /// <returns>These streams, with the lateness set.</returns>
    /// <remarks>As <see cref="WindowedStream{T, TKey, TWindow}.AllowedLateness"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lateness"/> is negative.</exception>
    public CoGroupedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> AllowedLateness(TimeSpan lateness)
    {
        _windowed.AllowedLateness(lateness);
        return this;
    }

    /// <summary>Makes none, one or many records of what both streams have in a window.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="coGroup">Makes records of the records of the first and of the second stream, which are valid during the call.</param>
    /// <returns>The stream of these records, with their windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(Action<IEnumerable<TFirst>, IEnumerable<TSecond>, ICollector<TOut>> coGroup)
    {
        ArgumentNullException.ThrowIfNull(coGroup);
        return Add<TOut>(coGroup, same => ((Action<IEnumerable<TFirst>, IEnumerable<TSecond>, ICollector<TOut>>)same).Invoke);
    }

    /// <summary>Makes none, one or many records of what both streams have in a window.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Makes the records; each subtask has a shallow copy.</param>
    /// <returns>The stream of these records, with their windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(ICoGroupFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add<TOut>(function, own => ((ICoGroupFunction<TFirst, TSecond, TOut>)own).CoGroup);
    }

    private SingleOutputStreamOperator<TOut> Add<TOut>(
        object function, Func<object, Action<List<TFirst>, List<TSecond>, ICollector<TOut>>> callOf) =>
        _windowed.Process(new CoGroupWindowFunction<TFirst, TSecond, TKey, TWindow, TOut>(function, callOf)).Name("Co-Group");
}
