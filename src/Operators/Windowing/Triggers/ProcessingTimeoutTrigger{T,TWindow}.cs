namespace Akka.Flink.Windowing;

/// <summary>Fires when another trigger does, and when the clock says that it has not for some time.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="inner">The other trigger.</param>
/// <param name="timeout">How long, and from when.</param>
internal sealed class ProcessingTimeoutTrigger<T, TWindow>(Trigger<T, TWindow> inner, Timeout timeout) : Trigger<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long timestampMs, TWindow window, ITriggerContext context)
    {
        var result = inner.OnElement(element, timestampMs, window, context);
        if ((result & TriggerResult.Fire) != 0)
            Clear(window, context);
        else
            timeout.Arrange(context);
        return result;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long timeMs, TWindow window, ITriggerContext context) =>
        OnTimer(inner.OnEventTime(timeMs, window, context), window, context);

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime(long timeMs, TWindow window, ITriggerContext context) =>
        OnTimer(inner.OnProcessingTime(timeMs, window, context), window, context);

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext context)
    {
        Timeout.Cancel(context);
        inner.Clear(window, context);
    }

    private TriggerResult OnTimer(TriggerResult result, TWindow window, ITriggerContext context)
    {
        if (timeout.ClearsTrigger)
            Clear(window, context);
        return Timeout.Firing(result);
    }
}
