namespace Akka.Flink.Windowing;

/// <summary>Windows of one size that begin at fixed moments, the same for all keys: tumbling windows, where they begin one size apart, and
/// sliding ones.</summary>
public abstract class AlignedWindows : WindowAssigner<TimeWindow>
{
    private protected AlignedWindows(string name, bool isEventTime, TimeSpan size, TimeSpan slide, TimeSpan offset)
    {
        IsEventTime = isEventTime;
        SizeMs = WindowErrors.CheckDuration(name, nameof(size), size);
        SlideMs = WindowErrors.CheckDuration(name, nameof(slide), slide);
        OffsetMs = WindowErrors.CheckOffset(name, offset, SlideMs);
        PaneMs = GreatestCommonDivisor(SizeMs, SlideMs);
    }

    /// <inheritdoc/>
    public sealed override bool IsEventTime { get; }

    /// <summary>From the start of a window to its end.</summary>
    internal long SizeMs { get; }

    /// <summary>From the start of a window to that of the next.</summary>
    internal long SlideMs { get; }

    /// <summary>By how much all windows are shifted.</summary>
    internal long OffsetMs { get; }

    /// <summary>The longest pane: windows consist of whole ones.</summary>
    internal long PaneMs { get; }

    /// <inheritdoc/>
    public sealed override void AssignWindows(long timeMs, ICollection<TimeWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        for (var start = TimeWindow.StartOf(timeMs, OffsetMs, SlideMs); start > timeMs - SizeMs; start -= SlideMs)
            windows.Add(new TimeWindow(start, start + SizeMs));
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
