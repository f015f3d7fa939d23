namespace Akka.Flink.Windowing;

/// <summary>Windows of a key that end when nothing has come for a gap, by the clock. Two records exactly a gap apart are in one
/// session.</summary>
/// <remarks>
/// <para><b>Time.</b> A session fires by the clock: not at the end of the input. No record is late.</para>
/// <para><b>Flink.</b> <c>ProcessingTimeSessionWindows</c>.</para>
/// </remarks>
public sealed class ProcessingTimeSessionWindows : SessionWindows
{
    private ProcessingTimeSessionWindows(TimeSpan gap)
        : base(nameof(ProcessingTimeSessionWindows), isEventTime: false, gap)
    {
    }

    /// <summary>Sessions with a gap that is the same for all.</summary>
    /// <param name="gap">How long nothing must come; whole milliseconds, at least one.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gap"/> is not a positive number of whole milliseconds.</exception>
    public static ProcessingTimeSessionWindows WithGap(TimeSpan gap) => new(gap);

    /// <summary>Sessions with a gap that each record gives.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="gap">Gives a record's gap; whole milliseconds, at least one.</param>
    /// <returns>The assigner.</returns>
    /// <remarks>As <see cref="DynamicProcessingTimeSessionWindows.WithDynamicGap{T}(Func{T, TimeSpan})"/>.</remarks>
    public static WindowAssigner<T, TimeWindow> WithDynamicGap<T>(Func<T, TimeSpan> gap) =>
        DynamicProcessingTimeSessionWindows.WithDynamicGap(gap);

    /// <summary>Sessions with a gap that each record gives.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="extractor">Gives a record's gap.</param>
    /// <returns>The assigner.</returns>
    /// <remarks>As <see cref="DynamicProcessingTimeSessionWindows.WithDynamicGap{T}(ISessionWindowTimeGapExtractor{T})"/>.</remarks>
    public static WindowAssigner<T, TimeWindow> WithDynamicGap<T>(ISessionWindowTimeGapExtractor<T> extractor) =>
        DynamicProcessingTimeSessionWindows.WithDynamicGap(extractor);
}
