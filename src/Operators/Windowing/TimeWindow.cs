namespace Akka.Flink.Windowing;

/// <summary>A window from a start, inclusive, to an end, exclusive.</summary>
/// <param name="Start">The first moment, in milliseconds since the epoch.</param>
/// <param name="End">The first moment after the window, in milliseconds since the epoch.</param>
/// <remarks><para><b>Flink.</b> <c>TimeWindow</c>.</para></remarks>
public readonly record struct TimeWindow(long Start, long End) : IWindow
{
    /// <inheritdoc/>
    public long MaxTimestamp => End - 1;

    /// <summary>Whether two windows have a moment in common or touch, so that sessions of these are one.</summary>
    /// <param name="other">Another window.</param>
    /// <returns>True if there is no gap between them.</returns>
    public bool Touches(TimeWindow other) => Start <= other.End && End >= other.Start;

    /// <summary>The smallest window that contains both.</summary>
    /// <param name="other">Another window.</param>
    /// <returns>From the earlier start to the later end.</returns>
    public TimeWindow Cover(TimeWindow other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The start of the last window that begins at or before a moment, where windows begin at every multiple of an interval,
    /// shifted by an offset. Right before the epoch, too.</summary>
    /// <param name="timestampMs">The moment.</param>
    /// <param name="offsetMs">The shift.</param>
    /// <param name="intervalMs">From one start to the next; more than zero.</param>
    /// <returns>Milliseconds since the epoch.</returns>
    public static long StartOf(long timestampMs, long offsetMs, long intervalMs)
    {
        var remainder = (timestampMs - offsetMs) % intervalMs;
        return timestampMs - (remainder < 0 ? remainder + intervalMs : remainder);
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End})";
}
