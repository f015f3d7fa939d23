namespace Akka.Flink.Windowing;

/// <summary>Windows of a key that end when nothing has come for a gap, by the records' timestamps. Two records exactly a gap apart are in
/// one session.</summary>
/// <remarks>
/// <para><b>Time.</b> A record without timestamp is an error. A session fires when the watermark reaches the last record's timestamp plus
/// the gap, less one millisecond. A late record that joins a session still there is not late.</para>
/// <para><b>Flink.</b> <c>EventTimeSessionWindows</c>.</para>
/// </remarks>
public sealed class EventTimeSessionWindows : SessionWindows
{
    private EventTimeSessionWindows(TimeSpan gap)
        : base(nameof(EventTimeSessionWindows), isEventTime: true, gap)
    {
    }

    /// <summary>Sessions with a gap that is the same for all.</summary>
    /// <param name="gap">How long nothing must come; whole milliseconds, at least one.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gap"/> is not a positive number of whole milliseconds.</exception>
    public static EventTimeSessionWindows WithGap(TimeSpan gap) => new(gap);

    /// <summary>Sessions with a gap that each record gives.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="gap">Gives a record's gap; whole milliseconds, at least one.</param>
    /// <returns>The assigner.</returns>
    /// <remarks>As <see cref="DynamicEventTimeSessionWindows.WithDynamicGap{T}(Func{T, TimeSpan})"/>.</remarks>
    public static WindowAssigner<T, TimeWindow> WithDynamicGap<T>(Func<T, TimeSpan> gap) =>
        DynamicEventTimeSessionWindows.WithDynamicGap(gap);

    /// <summary>Sessions with a gap that each record gives.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="extractor">Gives a record's gap.</param>
    /// <returns>The assigner.</returns>
    /// <remarks>As <see cref="DynamicEventTimeSessionWindows.WithDynamicGap{T}(ISessionWindowTimeGapExtractor{T})"/>.</remarks>
    public static WindowAssigner<T, TimeWindow> WithDynamicGap<T>(ISessionWindowTimeGapExtractor<T> extractor) =>
        DynamicEventTimeSessionWindows.WithDynamicGap(extractor);
}
