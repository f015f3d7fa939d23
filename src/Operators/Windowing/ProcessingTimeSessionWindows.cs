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
}
