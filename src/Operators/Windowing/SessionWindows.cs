namespace Akka.Flink.Windowing;

/// <summary>Windows of a key that end when nothing has come for a gap.</summary>
public abstract class SessionWindows : WindowAssigner<TimeWindow>
{
    private protected SessionWindows(string name, bool isEventTime, TimeSpan gap)
    {
        IsEventTime = isEventTime;
        GapMs = WindowErrors.CheckDuration(name, nameof(gap), gap);
    }

    /// <inheritdoc/>
    public sealed override bool IsEventTime { get; }

    /// <inheritdoc/>
    public sealed override bool IsMerging => true;

    /// <summary>The gap.</summary>
    internal long GapMs { get; }

    /// <inheritdoc/>
    public sealed override void AssignWindows(long timeMs, ICollection<TimeWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        windows.Add(new TimeWindow(timeMs, timeMs + GapMs));
    }

    /// <inheritdoc/>
    public sealed override bool TryMerge(TimeWindow left, TimeWindow right, out TimeWindow merged)
    {
        merged = left.Cover(right);
        return left.Touches(right);
    }
}
