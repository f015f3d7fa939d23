namespace Akka.Flink.Windowing;

using Akka.Flink.Operators;

/// <summary>Every way in which windows and interval joins are declared wrongly or fail, in one place.</summary>
/// <remarks>First what happened, with the values at hand; then what to do.</remarks>
internal static class WindowErrors
{
    /// <summary>A duration in milliseconds, if it makes sense.</summary>
    public static long CheckDuration(string what, string parameter, TimeSpan duration)
    {
        if (duration > TimeSpan.Zero && duration.Ticks % TimeSpan.TicksPerMillisecond == 0)
            return duration.Ticks / TimeSpan.TicksPerMillisecond;

        throw new ArgumentOutOfRangeException(parameter, duration,
            $"{what} was given the {parameter} {duration}. Give it a positive number of whole milliseconds.");
    }

    /// <summary>A duration in milliseconds, if it makes sense; zero does.</summary>
    public static long CheckZeroOrMore(string what, string parameter, TimeSpan duration)
    {
        if (duration >= TimeSpan.Zero && duration.Ticks % TimeSpan.TicksPerMillisecond == 0)
            return duration.Ticks / TimeSpan.TicksPerMillisecond;

        throw new ArgumentOutOfRangeException(parameter, duration,
            $"{what} was given the {parameter} {duration}. Give it whole milliseconds, zero or more.");
    }

    /// <summary>A number of records, if it makes sense.</summary>
    public static long CheckCount(string what, string parameter, long count) => count > 0
        ? count
        : throw new ArgumentOutOfRangeException(parameter, count, $"{what} was given the {parameter} {count}. Give it 1 or more.");

    /// <summary>The gap of a session that a record gives, in milliseconds.</summary>
    public static long CheckGap(TimeSpan gap) => gap > TimeSpan.Zero && gap.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? gap.Ticks / TimeSpan.TicksPerMillisecond
        : throw GapNotPositive(gap);

    public static ArgumentOutOfRangeException GapNotPositive(TimeSpan gap) => new(nameof(gap), gap,
        $"A record gave its session the gap {gap}. Let the function of the gap answer with a positive number of whole milliseconds for " +
        "every record.");

    public static ArgumentException TriggerCannotMerge(string trigger) => new(
        $"Windows that merge were given the trigger {trigger}, which cannot merge. Give them one whose CanMerge is true, or windows that " +
        "do not merge.");

    public static NotSupportedException TriggerDoesNotMerge(Type trigger) => new(
        $"The trigger {trigger.Name} was asked to merge and does not override OnMerge. Override it, or leave CanMerge false.");

    public static InvalidOperationException TriggerNeedsTimestamp(string trigger) => new(
        $"A record without timestamp came to a window with the trigger {trigger}. Give the stream timestamps before KeyBy, or use " +
        "ContinuousProcessingTimeTrigger.");

    public static InvalidOperationException EvictorNeedsTimestamps() => new(
        "A window with a TimeEvictor has records with and without timestamps. Give all of the stream timestamps before KeyBy, or use " +
        "another evictor.");

    /// <summary>An offset in milliseconds, if it makes sense.</summary>
    public static long CheckOffset(string what, TimeSpan offset, long intervalMs)
    {
        var offsetMs = offset.Ticks / TimeSpan.TicksPerMillisecond;
        if (offset.Ticks % TimeSpan.TicksPerMillisecond == 0 && Math.Abs(offsetMs) < intervalMs)
            return offsetMs;

        throw new ArgumentOutOfRangeException(nameof(offset), offset,
            $"{what} was given the offset {offset} where a window begins every {TimeSpan.FromMilliseconds(intervalMs)}. " +
            "Give it whole milliseconds, shorter than that in either direction.");
    }

    /// <summary>A lateness in milliseconds, if it makes sense. The longest time span counts as for ever.</summary>
    public static long CheckLateness(TimeSpan lateness)
    {
        if (lateness == TimeSpan.MaxValue)
            return long.MaxValue;
        if (lateness >= TimeSpan.Zero)
            return lateness.Ticks / TimeSpan.TicksPerMillisecond;

        throw new ArgumentOutOfRangeException(nameof(lateness), lateness, $"AllowedLateness was given {lateness}. Give it zero or more.");
    }

    public static JobException NoTimestamp(OperatorContext context, string key) => new(ErrorDomain.Function,
        $"A record without timestamp, key '{key}', came to the event-time windows of operator '{context.Name}' ({context.Uid}). " +
        "Give the stream timestamps before KeyBy, with AssignTimestampsAndWatermarks or the watermark strategy of its source, or use " +
        "windows of processing time.");

    public static JobException NoTimestampInJoin(OperatorContext context, string key) => new(ErrorDomain.Function,
        $"A record without timestamp, key '{key}', came to the interval join '{context.Name}' ({context.Uid}). " +
        "Give both streams timestamps before KeyBy, with AssignTimestampsAndWatermarks or the watermark strategies of their sources.");

    public static JobException FunctionFailed(OperatorContext context, string key, object window, long? timestampMs, Exception cause) =>
        new(ErrorDomain.Function,
            $"The window function of operator '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, " +
            $"failed on window {window}{(timestampMs is { } at && at != long.MinValue ? $", timestamp {at}" : "")}, key '{key}': " +
            $"{cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException MergedIntoThePast(OperatorContext context, string key, object window, long timeMs) =>
        new(ErrorDomain.Function,
            $"Windows of key '{key}' in operator '{context.Name}' ({context.Uid}) were merged into {window}, which has ended: the time " +
            $"is {timeMs}. Let the assigner merge windows so that the result does not end before the latest of them.");

    public static JobException WindowStateOfMergingWindows(OperatorContext context, string state) => new(ErrorDomain.Definition,
        $"State '{state}' was asked for by window in operator '{context.Name}' ({context.Uid}), whose windows merge. " +
        "Use GlobalState, which belongs to the key.");

    public static ArgumentException BoundsReversed(TimeSpan lower, TimeSpan upper) =>
        new($"An interval join was given the lower bound {lower} and the upper bound {upper}. Give the smaller one first.");

    /// <summary>A bound of an interval join in milliseconds, if it makes sense.</summary>
    public static long CheckBound(string parameter, TimeSpan bound)
    {
        if (bound.Ticks % TimeSpan.TicksPerMillisecond == 0)
            return bound.Ticks / TimeSpan.TicksPerMillisecond;

        throw new ArgumentOutOfRangeException(parameter, bound,
            $"An interval join was given the {parameter} bound {bound}. Give it whole milliseconds.");
    }
}
