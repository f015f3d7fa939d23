namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Windowing;

/// <summary>A trigger as a user may write one: it always continues, and merges.</summary>
internal sealed class SilentTrigger<T, TWindow> : Trigger<T, TWindow>
    where TWindow : notnull, IWindow
{
    public override bool CanMerge => true;

    public override TriggerResult OnElement(T element, long timestampMs, TWindow window, ITriggerContext context) => TriggerResult.Continue;

    public override void OnMerge(TWindow window, IOnMergeContext context)
    {
    }

    public override void Clear(TWindow window, ITriggerContext context)
    {
    }
}
