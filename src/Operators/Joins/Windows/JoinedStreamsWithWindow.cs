namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>Two streams with keys and windows: a function over the pairs makes a stream of them.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>Output.</b> Each pair of records of the two streams with the same key in the same window, when the window fires: those of the
/// first stream in the order in which they came, each with all of the second. Has the window's last millisecond as timestamp.</para>
/// <para><b>State.</b> All records of both streams, by key and window, until the window is cleaned up.</para>
/// <para><b>Time.</b> Both streams become one in front of the windows: the watermark is that of a union. Late records are counted and
/// dropped.</para>
/// <para><b>Flink.</b> <c>JoinedStreams.WithWindow</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/Joins.cs" region="window-join" /></example>
public sealed class JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    private readonly WindowedStream<TaggedUnion<TFirst, TSecond>, TKey, TWindow> _windowed;

    internal JoinedStreamsWithWindow(
        KeyedUnion<TFirst, TSecond, TKey> streams, WindowAssigner<TaggedUnion<TFirst, TSecond>, TWindow> assigner) =>
        _windowed = streams.ToStream("Window Join").Window(assigner);

    /// <summary>Has windows fire when a trigger says so.</summary>
    /// <param name="trigger">The trigger; it sees the records of both streams.</param>
    /// <returns>These streams, with the trigger set.</returns>
    /// <remarks><para><b>Flink.</b> <c>JoinedStreams.WithWindow.trigger</c>.</para></remarks>
    /// <exception cref="ArgumentException">The windows merge and the trigger cannot.</exception>
    public JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> Trigger(Trigger<TaggedUnion<TFirst, TSecond>, TWindow> trigger)
    {
        _windowed.Trigger(trigger);
        return this;
    }

    /// <summary>Has an evictor remove records from a window whenever it fires.</summary>
    /// <param name="evictor">The evictor; it sees the records of both streams.</param>
    /// <returns>These streams, with the evictor set.</returns>
    /// <remarks><para><b>Flink.</b> <c>JoinedStreams.WithWindow.evictor</c>.</para></remarks>
    public JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> Evictor(Evictor<TaggedUnion<TFirst, TSecond>, TWindow> evictor)
    {
        _windowed.Evictor(evictor);
        return this;
    }

    /// <summary>Keeps windows open for late records after the watermark has passed their end.</summary>
    /// <param name="lateness">How late a record may be, in event time. Default: zero, which drops every late record.</param>
    /// <returns>These streams, with the lateness set.</returns>
    /// <remarks>As <see cref="WindowedStream{T, TKey, TWindow}.AllowedLateness"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lateness"/> is negative.</exception>
    public JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> AllowedLateness(TimeSpan lateness)
    {
        _windowed.AllowedLateness(lateness);
        return this;
    }

    /// <summary>Makes one record of each pair.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="join">Makes a record of a pair.</param>
    /// <returns>The stream of these records, with their windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(Func<TFirst, TSecond, TOut> join)
    {
        ArgumentNullException.ThrowIfNull(join);
        return Add<TOut>(join, same => (first, second, output) => JoinAll(first, second, (Func<TFirst, TSecond, TOut>)same, output));
    }

    /// <summary>Makes none, one or many records of each pair.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="join">Makes records of a pair.</param>
    /// <returns>The stream of these records, with their windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(Action<TFirst, TSecond, ICollector<TOut>> join)
    {
        ArgumentNullException.ThrowIfNull(join);
        return Add<TOut>(join,
            same => (first, second, output) => JoinAll(first, second, (Action<TFirst, TSecond, ICollector<TOut>>)same, output));
    }

    /// <summary>Makes one record of each pair.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Makes a record of a pair; each subtask has a shallow copy.</param>
    /// <returns>The stream of these records, with their windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(IJoinFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add<TOut>(function, own =>
        {
            Func<TFirst, TSecond, TOut> join = ((IJoinFunction<TFirst, TSecond, TOut>)own).Join;
            return (first, second, output) => JoinAll(first, second, join, output);
        });
    }

    /// <summary>Makes none, one or many records of each pair.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Makes records of a pair; each subtask has a shallow copy.</param>
    /// <returns>The stream of these records, with their windows' last milliseconds as timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Apply<TOut>(IFlatJoinFunction<TFirst, TSecond, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add<TOut>(function, own =>
        {
            Action<TFirst, TSecond, ICollector<TOut>> join = ((IFlatJoinFunction<TFirst, TSecond, TOut>)own).Join;
            return (first, second, output) => JoinAll(first, second, join, output);
        });
    }

    private static void JoinAll<TOut>(List<TFirst> first, List<TSecond> second, Func<TFirst, TSecond, TOut> join, ICollector<TOut> output)
    {
        foreach (var left in first)
        {
            foreach (var right in second)
                output.Collect(join(left, right));
        }
    }

    private static void JoinAll<TOut>(
        List<TFirst> first, List<TSecond> second, Action<TFirst, TSecond, ICollector<TOut>> join, ICollector<TOut> output)
    {
        foreach (var left in first)
        {
            foreach (var right in second)
                join(left, right, output);
        }
    }

    private SingleOutputStreamOperator<TOut> Add<TOut>(
        object function, Func<object, Action<List<TFirst>, List<TSecond>, ICollector<TOut>>> callOf) =>
        _windowed.Process(new CoGroupWindowFunction<TFirst, TSecond, TKey, TWindow, TOut>(function, callOf)).Name("Window Join");
}
