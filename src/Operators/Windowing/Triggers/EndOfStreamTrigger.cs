namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Fires when the watermark becomes the largest long: at the end of a bounded input.</summary>
/// <remarks><para><b>Flink.</b> <c>GlobalWindows.EndOfStreamTrigger</c>.</para></remarks>
internal sealed class EndOfStreamTrigger : Trigger
{
    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        context.RegisterEventTimeTimer(window.MaxTimestamp);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) =>
        timeMs == window.MaxTimestamp ? TriggerResult.Fire : TriggerResult.Continue;

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context) =>
        context.RegisterEventTimeTimer(window.MaxTimestamp);

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context) => context.DeleteEventTimeTimer(window.MaxTimestamp);
}
