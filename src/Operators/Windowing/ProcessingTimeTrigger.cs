namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Fires when the clock reaches the end of the window.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks><para><b>Flink.</b> <c>ProcessingTimeTrigger</c>.</para></remarks>
internal sealed class ProcessingTimeTrigger<TWindow> : Trigger<TWindow>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override TriggerResult OnElement(TWindow window, ITriggerContext context)
    {
        context.RegisterProcessingTimeTimer(window.MaxTimestamp);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime(long timeMs, TWindow window) =>
        timeMs == window.MaxTimestamp ? TriggerResult.Fire : TriggerResult.Continue;

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, ITriggerContext context)
    {
        if (window.MaxTimestamp > context.CurrentProcessingTime)
            context.RegisterProcessingTimeTimer(window.MaxTimestamp);
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext context) => context.DeleteProcessingTimeTimer(window.MaxTimestamp);
}
