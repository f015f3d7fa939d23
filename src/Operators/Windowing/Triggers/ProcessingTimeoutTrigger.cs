namespace Akka.Flink.Windowing;

/// <summary>Fires when another trigger does, and when the clock says that it has not for some time.</summary>
/// <remarks>
/// <para><b>Output.</b> Fires at whatever timer of the window comes, those of the other trigger and the window's cleanup among
/// them; it purges if the other trigger does.</para>
/// <para><b>Time.</b> The time runs from the first record behind the last firing, or from each record.</para>
/// <para><b>State.</b> The time of the timer for each key and window, and what the other trigger keeps. Not for windows that merge.</para>
/// <para><b>Flink.</b> <c>ProcessingTimeoutTrigger</c>.</para>
/// </remarks>
public sealed class ProcessingTimeoutTrigger : Trigger
{
    private readonly Trigger _inner;
    private readonly Timeout _timeout;

    private ProcessingTimeoutTrigger(Trigger inner, Timeout timeout)
    {
        _inner = inner;
        _timeout = timeout;
    }

    /// <summary>Fires when another trigger does, or some time after the first record since.</summary>
    /// <param name="trigger">The other trigger.</param>
    /// <param name="timeout">How long after; whole milliseconds, zero or more.</param>
    /// <param name="resetTimerOnNewRecord">Whether the time runs from the last record; otherwise from the first.</param>
    /// <param name="shouldClearOnTimeout">Whether a timer makes the other trigger forget what it has counted.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative, or no number of whole
    /// milliseconds.</exception>
    public static ProcessingTimeoutTrigger Of(
        Trigger trigger, TimeSpan timeout, bool resetTimerOnNewRecord = false, bool shouldClearOnTimeout = true)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new ProcessingTimeoutTrigger(trigger, new Timeout(timeout, resetTimerOnNewRecord, shouldClearOnTimeout));
    }

    /// <summary>Fires when another trigger does, or some time after the first record since.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <typeparam name="TWindow">The type of windows; not ones that merge.</typeparam>
    /// <param name="trigger">The other trigger.</param>
    /// <param name="timeout">How long after; whole milliseconds, zero or more.</param>
    /// <param name="resetTimerOnNewRecord">Whether the time runs from the last record; otherwise from the first.</param>
    /// <param name="shouldClearOnTimeout">Whether a timer makes the other trigger forget what it has counted.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative, or no number of whole
    /// milliseconds.</exception>
    public static Trigger<T, TWindow> Of<T, TWindow>(
        Trigger<T, TWindow> trigger, TimeSpan timeout, bool resetTimerOnNewRecord = false, bool shouldClearOnTimeout = true)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new ProcessingTimeoutTrigger<T, TWindow>(trigger, new Timeout(timeout, resetTimerOnNewRecord, shouldClearOnTimeout));
    }

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        var result = _inner.OnElement(timestampMs, window, context);
        if ((result & TriggerResult.Fire) != 0)
            Clear(window, context);
        else
            _timeout.Arrange(context);
        return result;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) =>
        OnTimer(_inner.OnEventTime(timeMs, window, context), window, context);

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) =>
        OnTimer(_inner.OnProcessingTime(timeMs, window, context), window, context);

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        Timeout.Cancel(context);
        _inner.Clear(window, context);
    }

    private TriggerResult OnTimer<TWindow>(TriggerResult result, TWindow window, ITriggerContext context)
        where TWindow : notnull, IWindow
    {
        if (_timeout.ClearsTrigger)
            Clear(window, context);
        return Timeout.Firing(result);
    }
}
