namespace Akka.Flink.Windowing;

/// <summary>Sessions with a gap that each record gives.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="gapMsOf">Gives a record's gap.</param>
/// <param name="isEventTime">Whether they go by the records' timestamps.</param>
internal sealed class DynamicSessionWindows<T>(Func<T, long> gapMsOf, bool isEventTime) : WindowAssigner<T, TimeWindow>
{
    /// <inheritdoc/>
    public override bool IsEventTime => isEventTime;

    /// <inheritdoc/>
    public override bool IsMerging => true;

    /// <inheritdoc/>
    public override void AssignWindows(T value, long timeMs, ICollection<TimeWindow> windows)
    {
        var gapMs = gapMsOf(value);
        if (gapMs <= 0)
            throw WindowErrors.GapNotPositive(TimeSpan.FromMilliseconds(gapMs));

        windows.Add(new TimeWindow(timeMs, timeMs + gapMs));
    }

    /// <inheritdoc/>
    public override bool TryMerge(TimeWindow left, TimeWindow right, out TimeWindow merged)
    {
        merged = left.Cover(right);
        return left.Touches(right);
    }
}
