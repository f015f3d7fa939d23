namespace Akka.Flink;

using Akka.Flink.Windowing;

/// <content>Windows.</content>
public sealed partial class KeyedStream<T, TKey>
{
    /// <summary>Divides the records of each key into windows by their time.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows: <see cref="TumblingEventTimeWindows"/>, <see cref="SlidingEventTimeWindows"/>,
    /// <see cref="EventTimeSessionWindows"/> and those of processing time, or <see cref="GlobalWindows"/>.</param>
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
    /// <param name="assigner">Which windows, such as <see cref="DynamicEventTimeSessionWindows"/>.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks><para><b>Flink.</b> <c>KeyedStream.window</c>.</para></remarks>
    public WindowedStream<T, TKey, TWindow> Window<TWindow>(WindowAssigner<T, TWindow> assigner)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(assigner);
        return new WindowedStream<T, TKey, TWindow>(this, assigner);
    }

    /// <summary>Divides the records of each key into windows of so many.</summary>
    /// <param name="size">How many records; 1 or more.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks>
    /// <para><b>Output.</b> A window fires with its last record and begins anew. Fewer records than that at the end are not put
    /// out. Has the largest long as timestamp.</para>
    /// <para><b>Flink.</b> <c>KeyedStream.countWindow(size)</c>: global windows with a purging count trigger.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    /// <example><code source="samples/Docs/Windows.cs" region="count-window" /></example>
    public WindowedStream<T, TKey, GlobalWindow> CountWindow(long size) =>
        Window(GlobalWindows.Create()).Trigger(PurgingTrigger.Of(CountTrigger.Of(size)));

    /// <summary>Has the last records of each key looked at, again for every so many.</summary>
    /// <param name="size">How many records are looked at; 0 or more. At the beginning there are fewer.</param>
    /// <param name="slide">For how many new records; 1 or more.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks>
    /// <para><b>Output.</b> Has the largest long as timestamp.</para>
    /// <para><b>State.</b> The last <paramref name="size"/> records of each key, and up to <paramref name="slide"/> more.</para>
    /// <para><b>Flink.</b> <c>KeyedStream.countWindow(size, slide)</c>: global windows with a count trigger and a count evictor.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative, or <paramref name="slide"/> less than
    /// 1.</exception>
    public WindowedStream<T, TKey, GlobalWindow> CountWindow(long size, long slide) =>
        Window(GlobalWindows.Create()).Evictor(CountEvictor.Of(size)).Trigger(CountTrigger.Of(slide));
}
