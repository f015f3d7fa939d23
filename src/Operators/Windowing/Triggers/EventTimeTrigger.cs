namespace Akka.Flink.Windowing;

/// <summary>Fires when the watermark reaches the end of the window, and from then on for each record: what windows of event time have
/// unless they are given another one.</summary>
/// <remarks><para><b>Flink.</b> <c>EventTimeTrigger</c>.</para></remarks>
public sealed class EventTimeTrigger : Trigger
{
    private static readonly EventTimeTrigger Instance = new();

    private EventTimeTrigger()
    {
    }

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <summary>The trigger.</summary>
    /// <returns>The trigger, the same each time.</returns>
    public static EventTimeTrigger Create() => Instance;

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var max = window.MaxTimestamp;
        if (max <= context.CurrentWatermark)
            return TriggerResult.Fire;

        context.RegisterEventTimeTimer(max);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) =>
        timeMs == window.MaxTimestamp ? TriggerResult.Fire : TriggerResult.Continue;

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (window.MaxTimestamp > context.CurrentWatermark)   // otherwise the record that made it does
            context.RegisterEventTimeTimer(window.MaxTimestamp);
    }

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.DeleteEventTimeTimer(window.MaxTimestamp);
    }
}
