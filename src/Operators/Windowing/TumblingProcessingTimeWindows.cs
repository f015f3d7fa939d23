namespace Akka.Flink.Windowing;

/// <summary>Windows of one size, one after the other, without gaps, by the clock.</summary>
/// <remarks>
/// <para><b>Time.</b> Records belong to the windows of the moment at which they are processed, and windows fire by the clock: not at the
/// end of the input. No record is late.</para>
/// <para><b>Flink.</b> <c>TumblingProcessingTimeWindows</c>.</para>
/// </remarks>
public sealed class TumblingProcessingTimeWindows : AlignedWindows
{
    private TumblingProcessingTimeWindows(TimeSpan size, TimeSpan slide, TimeSpan offset)
        : base(nameof(TumblingProcessingTimeWindows), isEventTime: false, size, slide, offset)
    {
    }

    /// <summary>Windows that begin at the epoch and at every multiple of the size before and after it.</summary>
    /// <param name="size">From start to end; whole milliseconds, at least one.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not a positive number of whole milliseconds.</exception>
    public static TumblingProcessingTimeWindows Of(TimeSpan size) => new(size, size, TimeSpan.Zero);

    /// <summary>Windows that are shifted: by the difference to UTC, say, so that those of a day begin at midnight somewhere.</summary>
    /// <param name="size">From start to end; whole milliseconds, at least one.</param>
    /// <param name="offset">The shift; whole milliseconds, shorter than the size in either direction.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not a positive number of whole milliseconds, or
    /// <paramref name="offset"/> is not shorter than the size.</exception>
    public static TumblingProcessingTimeWindows Of(TimeSpan size, TimeSpan offset) => new(size, size, offset);
}
