namespace Akka.Flink.Windowing;

/// <summary>Makes session windows with a gap that each record gives, by the clock.</summary>
/// <remarks>
/// <para>A record's own window is as long as its gap; windows of a key that overlap or touch are one session.</para>
/// <para><b>Time.</b> A session fires by the clock: not at the end of the input. No record is late.</para>
/// <para><b>Flink.</b> <c>DynamicProcessingTimeSessionWindows</c>. There a session loses its content when a record's own window is exactly
/// the session so far; here it keeps it.</para>
/// </remarks>
/// <example><code source="samples/Docs/Windows.cs" region="dynamic-session" /></example>
public static class DynamicProcessingTimeSessionWindows
{
    /// <summary>Sessions with a gap that each record gives.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="gap">Gives a record's gap; whole milliseconds, at least one. Anything else fails the job.</param>
    /// <returns>The assigner.</returns>
    public static WindowAssigner<T, TimeWindow> WithDynamicGap<T>(Func<T, TimeSpan> gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return new DynamicSessionWindows<T>(value => WindowErrors.CheckGap(gap(value)), isEventTime: false);
    }

    /// <summary>Sessions with a gap that each record gives.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="extractor">Gives a record's gap. One of less than a millisecond fails the job.</param>
    /// <returns>The assigner.</returns>
    public static WindowAssigner<T, TimeWindow> WithDynamicGap<T>(ISessionWindowTimeGapExtractor<T> extractor)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        return new DynamicSessionWindows<T>(extractor.Extract, isEventTime: false);
    }
}
