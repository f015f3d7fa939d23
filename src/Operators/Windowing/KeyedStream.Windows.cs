namespace Akka.Flink;

using Akka.Flink.Windowing;

/// <content>Windows.</content>
public sealed partial class KeyedStream<T, TKey>
{
    /// <summary>Divides the records of each key into windows by their time.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows: <see cref="TumblingEventTimeWindows"/>, <see cref="SlidingEventTimeWindows"/>,
    /// <see cref="EventTimeSessionWindows"/> and those of processing time.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks><para><b>Flink.</b> <c>KeyedStream.window</c>.</para></remarks>
    public WindowedStream<T, TKey, TWindow> Window<TWindow>(WindowAssigner<TWindow> assigner)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(assigner);
        return new WindowedStream<T, TKey, TWindow>(this, new TimeOnlyAssigner<T, TWindow>(assigner));
    }

    /// <summary>Divides the records of each key into windows by their time and by what is in them.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks><para><b>Flink.</b> <c>KeyedStream.window</c>.</para></remarks>
    public WindowedStream<T, TKey, TWindow> Window<TWindow>(WindowAssigner<T, TWindow> assigner)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(assigner);
        return new WindowedStream<T, TKey, TWindow>(this, assigner);
    }
}
