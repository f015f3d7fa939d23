namespace Akka.Flink.Windowing;

/// <summary>Windows of one size that overlap or leave gaps: one begins at every multiple of the slide, by the clock.</summary>
/// <remarks>
/// <para><b>Time.</b> Records belong to the windows of the moment at which they are processed, and windows fire by the clock: not at the
/// end of the input. No record is late.</para>
/// <para><b>Flink.</b> <c>SlidingProcessingTimeWindows</c>.</para>
/// </remarks>
public sealed class SlidingProcessingTimeWindows : AlignedWindows
{
    private SlidingProcessingTimeWindows(TimeSpan size, TimeSpan slide, TimeSpan offset)
        : base(nameof(SlidingProcessingTimeWindows), isEventTime: false, size, slide, offset)
    {
    }

    /// <summary>Windows that begin at the epoch and at every multiple of the slide before and after it.</summary>
    /// <param name="size">From start to end; whole milliseconds, at least one.</param>
    /// <param name="slide">From the start of a window to that of the next; whole milliseconds, at least one. Smaller than the size:
    /// windows overlap; larger: there are gaps, and records in them are in no window.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="slide"/> is not a positive number of whole
    /// milliseconds.</exception>
    public static SlidingProcessingTimeWindows Of(TimeSpan size, TimeSpan slide) => new(size, slide, TimeSpan.Zero);

    /// <summary>Windows that are shifted: by the difference to UTC, say, so that those of a day begin at midnight somewhere.</summary>
    /// <param name="size">From start to end; whole milliseconds, at least one.</param>
    /// <param name="slide">From the start of a window to that of the next; whole milliseconds, at least one. Smaller than the size:
    /// windows overlap; larger: there are gaps, and records in them are in no window.</param>
    /// <param name="offset">The shift; whole milliseconds, shorter than the slide in either direction.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="slide"/> is not a positive number of whole
    /// milliseconds, or <paramref name="offset"/> is not shorter than the slide.</exception>
    public static SlidingProcessingTimeWindows Of(TimeSpan size, TimeSpan slide, TimeSpan offset) => new(size, slide, offset);
}
