namespace Akka.Flink.Windowing;

/// <summary>Has the content of a window dropped whenever another trigger fires it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="inner">The other trigger.</param>
internal sealed class PurgingTrigger<T, TWindow>(Trigger<T, TWindow> inner) : Trigger<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override bool CanMerge => inner.CanMerge;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long timestampMs, TWindow window, ITriggerContext context) =>
        PurgingTrigger.Purging(inner.OnElement(element, timestampMs, window, context));

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long timeMs, TWindow window, ITriggerContext context) =>
        PurgingTrigger.Purging(inner.OnEventTime(timeMs, window, context));

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime(long timeMs, TWindow window, ITriggerContext context) =>
        PurgingTrigger.Purging(inner.OnProcessingTime(timeMs, window, context));

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IOnMergeContext context) => inner.OnMerge(window, context);

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext context) => inner.Clear(window, context);
}
