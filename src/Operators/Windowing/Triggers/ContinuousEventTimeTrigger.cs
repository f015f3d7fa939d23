namespace Akka.Flink.Windowing;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Fires at each multiple of an interval that the watermark reaches, and at the window's end.</summary>
/// <remarks>
/// <para><b>Output.</b> The content stays, so that each firing has all that came so far. A watermark that passes several multiples fires
/// once for each of them. The multiples begin with the one behind the window's first record; before the epoch that may be one
/// interval later, as the timestamp is rounded towards zero.</para>
/// <para><b>Time.</b> On global windows it ends when the watermark becomes the largest long, with one last firing.</para>
/// <para><b>State.</b> The next time for each key and window; the earliest one when windows merge.</para>
/// <para><b>Flink.</b> <c>ContinuousEventTimeTrigger</c>; there it never ends on global windows.</para>
/// </remarks>
public sealed class ContinuousEventTimeTrigger : Trigger
{
    private static readonly ReducingStateDescriptor<long> Next = new("trigger-event-time", Math.Min);

    private readonly long _intervalMs;

    private ContinuousEventTimeTrigger(long intervalMs) => _intervalMs = intervalMs;

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <summary>Fires at each multiple of an interval.</summary>
    /// <param name="interval">The interval; whole milliseconds, at least one.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is not a positive number of whole
    /// milliseconds.</exception>
    public static ContinuousEventTimeTrigger Of(TimeSpan interval) =>
        new(WindowErrors.CheckDuration(nameof(ContinuousEventTimeTrigger), nameof(interval), interval));

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var max = window.MaxTimestamp;
        if (max <= context.CurrentWatermark)
            return TriggerResult.Fire;

        context.RegisterEventTimeTimer(max);
        var next = context.GetPartitionedState(Next);
        if (next.TryGet(out _))
            return TriggerResult.Continue;
        if (timestampMs == RecordBatch<int>.NoTimestamp)   // the multiples would begin with the smallest long
            throw WindowErrors.TriggerNeedsTimestamp(nameof(ContinuousEventTimeTrigger));

        SetNext(timestampMs - (timestampMs % _intervalMs), max, next, context);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime<TWindow>(long timeMs, TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var max = window.MaxTimestamp;
        if (timeMs == max)
            return TriggerResult.Fire;

        var next = context.GetPartitionedState(Next);
        if (!next.TryGet(out var nextMs) || nextMs != timeMs)
            return TriggerResult.Continue;

        next.Clear();
        SetNext(timeMs, max, next, context);
        return TriggerResult.Fire;
    }

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.MergePartitionedState(Next);
        if (context.GetPartitionedState(Next).TryGet(out var nextMs))
            context.RegisterEventTimeTimer(nextMs);
    }

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var next = context.GetPartitionedState(Next);
        if (!next.TryGet(out var nextMs))
            return;

        context.DeleteEventTimeTimer(nextMs);
        next.Clear();
    }

    private void SetNext(long fromMs, long maxMs, IReducingState<long> next, ITriggerContext context)
    {
        var hasEnded = context.CurrentWatermark == long.MaxValue && maxMs == long.MaxValue;   // or it would fire without end
        var nextMs = hasEnded || fromMs > maxMs - _intervalMs ? maxMs : fromMs + _intervalMs;
        next.Add(nextMs);
        context.RegisterEventTimeTimer(nextMs);
    }
}
