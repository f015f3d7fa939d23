namespace Akka.Flink.Windowing;

/// <summary>Fires when the clock reaches the end of the window: what windows of processing time have unless they are given another
/// one.</summary>
/// <remarks><para><b>Flink.</b> <c>ProcessingTimeTrigger</c>.</para></remarks>
public sealed class ProcessingTimeTrigger : Trigger
{
    private static readonly ProcessingTimeTrigger Instance = new();

    private ProcessingTimeTrigger()
    {
    }

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <summary>The trigger.</summary>
    /// <returns>The trigger, the same each time.</returns>
    public static ProcessingTimeTrigger Create() => Instance;

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterProcessingTimeTimer(window.MaxTimestamp);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) => TriggerResult.Fire;

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (window.MaxTimestamp > context.CurrentProcessingTime)
            context.RegisterProcessingTimeTimer(window.MaxTimestamp);
    }

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.DeleteProcessingTimeTimer(window.MaxTimestamp);
    }
}
