namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Fires when the watermark reaches the end of the window, and from then on for each record.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks><para><b>Flink.</b> <c>EventTimeTrigger</c>.</para></remarks>
internal sealed class EventTimeTrigger<TWindow> : Trigger<TWindow>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override TriggerResult OnElement(TWindow window, ITriggerContext context)
    {
        if (window.MaxTimestamp <= context.CurrentWatermark)
            return TriggerResult.Fire;

        context.RegisterEventTimeTimer(window.MaxTimestamp);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long timeMs, TWindow window) =>
        timeMs == window.MaxTimestamp ? TriggerResult.Fire : TriggerResult.Continue;

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, ITriggerContext context)
    {
        if (window.MaxTimestamp > context.CurrentWatermark)
            context.RegisterEventTimeTimer(window.MaxTimestamp);
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext context) => context.DeleteEventTimeTimer(window.MaxTimestamp);
}
