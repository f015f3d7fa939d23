namespace Akka.Flink.Windowing;

using Akka.Flink.State;

/// <summary>Fires at each multiple of an interval that the clock reaches, and when it reaches the end of a window of processing
/// time.</summary>
/// <remarks>
/// <para><b>Output.</b> The content stays, so that each firing has all that came so far. A clock that passes several multiples fires once
/// for each of them.</para>
/// <para><b>Time.</b> The last time of a window is its end, by the clock: a window of event time whose end the clock has passed fires
/// once, when the clock is looked at next. It does not fire because the watermark reaches that end.</para>
/// <para><b>State.</b> The next time for each key and window; the earliest one when windows merge.</para>
/// <para><b>Flink.</b> <c>ContinuousProcessingTimeTrigger</c>.</para>
/// </remarks>
public sealed class ContinuousProcessingTimeTrigger : Trigger
{
    private static readonly ReducingStateDescriptor<long> Next = new("trigger-processing-time", Math.Min);

    private readonly long _intervalMs;

    private ContinuousProcessingTimeTrigger(long intervalMs) => _intervalMs = intervalMs;

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <summary>Fires at each multiple of an interval.</summary>
    /// <param name="interval">The interval; whole milliseconds, at least one.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is not a positive number of whole
    /// milliseconds.</exception>
    public static ContinuousProcessingTimeTrigger Of(TimeSpan interval) =>
        new(WindowErrors.CheckDuration(nameof(ContinuousProcessingTimeTrigger), nameof(interval), interval));

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var next = context.GetPartitionedState(Next);
        if (!next.TryGet(out _))
        {
            var nowMs = context.CurrentProcessingTime;
            SetNext(nowMs - (nowMs % _intervalMs), window.MaxTimestamp, next, context);
        }

        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime<TWindow>(long timeMs, TWindow window, ITriggerContext context)
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
            context.RegisterProcessingTimeTimer(nextMs);
    }

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var next = context.GetPartitionedState(Next);
        if (!next.TryGet(out var nextMs))
            return;

        context.DeleteProcessingTimeTimer(nextMs);
        next.Clear();
    }

    private void SetNext(long fromMs, long maxMs, IReducingState<long> next, ITriggerContext context)
    {
        var nextMs = Math.Min(fromMs + _intervalMs, maxMs);
        next.Add(nextMs);
        context.RegisterProcessingTimeTimer(nextMs);
    }
}
