namespace Akka.Flink.Windowing;

/// <summary>Windows of one size, one after the other, without gaps, by the records' timestamps.</summary>
/// <remarks>
/// <para><b>Time.</b> A record without timestamp is an error. Windows fire when the watermark reaches their last millisecond.</para>
/// <para><b>Flink.</b> <c>TumblingEventTimeWindows</c>.</para>
/// </remarks>
public sealed class TumblingEventTimeWindows : AlignedWindows
{
    private TumblingEventTimeWindows(TimeSpan size, TimeSpan slide, TimeSpan offset)
        : base(nameof(TumblingEventTimeWindows), isEventTime: true, size, slide, offset)
    {
    }

    /// <summary>Windows that begin at the epoch and at every multiple of the size before and after it.</summary>
    /// <param name="size">From start to end; whole milliseconds, at least one.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not a positive number of whole milliseconds.</exception>
    public static TumblingEventTimeWindows Of(TimeSpan size) => new(size, size, TimeSpan.Zero);

    /// <summary>Windows that are shifted: by the difference to UTC, say, so that those of a day begin at midnight somewhere.</summary>
    /// <param name="size">From start to end; whole milliseconds, at least one.</param>
    /// <param name="offset">The shift; whole milliseconds, shorter than the size in either direction.</param>
    /// <returns>The assigner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not a positive number of whole milliseconds, or
    /// <paramref name="offset"/> is not shorter than the size.</exception>
    public static TumblingEventTimeWindows Of(TimeSpan size, TimeSpan offset) => new(size, size, offset);
}
