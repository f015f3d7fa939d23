namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Which windows a pane belongs to, and when they end: the arithmetic of tumbling and sliding windows.</summary>
/// <remarks>A pane is the longest piece that all windows consist of whole ones of; for tumbling windows it is the window.</remarks>
internal sealed class AlignedLayout
{
    private readonly long _offsetMs;
    private readonly long _latenessMs;

    /// <summary>The layout of an assigner's windows.</summary>
    /// <param name="windows">The assigner.</param>
    /// <param name="latenessMs">How long after its end a window is kept.</param>
    public AlignedLayout(AlignedWindows windows, long latenessMs)
    {
        SizeMs = windows.SizeMs;
        SlideMs = windows.SlideMs;
        PaneMs = windows.PaneMs;
        _offsetMs = windows.OffsetMs;
        _latenessMs = latenessMs;
    }

    /// <summary>From the start of a window to its end.</summary>
    public long SizeMs { get; }

    /// <summary>From the start of a window to that of the next.</summary>
    public long SlideMs { get; }

    /// <summary>The length of a pane.</summary>
    public long PaneMs { get; }

    /// <summary>Whether a pane is a window.</summary>
    public bool IsTumbling => SizeMs == SlideMs;

    /// <summary>The start of the pane of a moment.</summary>
    public long PaneOf(long timestampMs) => TimeWindow.StartOf(timestampMs, _offsetMs, PaneMs);

    /// <summary>The start of the last window that begins at or before a moment. It contains the moment if its size is not less than the
    /// distance.</summary>
    public long LastWindowOf(long timestampMs) => TimeWindow.StartOf(timestampMs, _offsetMs, SlideMs);

    /// <summary>The start of the first window that contains a pane, which is in a window.</summary>
    public long FirstWindowOf(long paneMs)
    {
        var last = LastWindowOf(paneMs);
        return last - ((SizeMs - 1 - (paneMs - last)) / SlideMs * SlideMs);
    }

    /// <summary>The last millisecond of a window.</summary>
    public long MaxOf(long startMs) => startMs + SizeMs - 1;

    /// <summary>When a window is cleaned up; the largest long never.</summary>
    public long CleanupOf(long startMs)
    {
        var max = MaxOf(startMs);
        var cleanup = max + _latenessMs;
        return cleanup >= max ? cleanup : long.MaxValue;
    }

    /// <summary>Whether a window was cleaned up when a time had come.</summary>
    public bool IsCleanedUp(long startMs, long timeMs)
    {
        var cleanup = CleanupOf(startMs);
        return cleanup <= timeMs && cleanup != long.MaxValue;
    }

    /// <summary>The start of the first window with a pane in it that fires after a time.</summary>
    /// <param name="paneMs">The start of the pane.</param>
    /// <param name="timeMs">The time.</param>
    /// <param name="startMs">Receives the start of the window.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFirstAfter(long paneMs, long timeMs, out long startMs)
    {
        startMs = FirstWindowOf(paneMs);
        if (MaxOf(startMs) > timeMs)
            return true;

        startMs = LastWindowOf(timeMs - SizeMs + 1) + SlideMs;
        return startMs <= LastWindowOf(paneMs);
    }
}
