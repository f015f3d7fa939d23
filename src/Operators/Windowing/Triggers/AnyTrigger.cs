namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>A trigger for all records and windows as one for those of a stream.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="trigger">The trigger.</param>
internal sealed class AnyTrigger<T, TWindow>(Trigger trigger) : Trigger<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>The trigger.</summary>
    public Trigger Inner => trigger;

    /// <inheritdoc/>
    public override bool CanMerge => trigger.CanMerge;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long timestampMs, TWindow window, ITriggerContext context) =>
        trigger.OnElement(timestampMs, window, context);

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long timeMs, TWindow window, ITriggerContext context) =>
        trigger.OnEventTime(timeMs, window, context);

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime(long timeMs, TWindow window, ITriggerContext context) =>
        trigger.OnProcessingTime(timeMs, window, context);

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IOnMergeContext context) => trigger.OnMerge(window, context);

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext context) => trigger.Clear(window, context);
}
