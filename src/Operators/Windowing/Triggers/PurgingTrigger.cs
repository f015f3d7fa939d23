namespace Akka.Flink.Windowing;

/// <summary>Has the content of a window dropped whenever another trigger fires it.</summary>
/// <remarks>
/// <para><b>State.</b> That of the other trigger. A purge empties the window and nothing else: state by window and of the trigger
/// stay.</para>
/// <para><b>Flink.</b> <c>PurgingTrigger</c>.</para>
/// </remarks>
public sealed class PurgingTrigger : Trigger
{
    private readonly Trigger _inner;

    private PurgingTrigger(Trigger inner) => _inner = inner;

    /// <inheritdoc/>
    public override bool CanMerge => _inner.CanMerge;

    /// <summary>Purges when another trigger fires.</summary>
    /// <param name="trigger">The other trigger.</param>
    /// <returns>The trigger.</returns>
    public static PurgingTrigger Of(Trigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new PurgingTrigger(trigger);
    }

    /// <summary>Purges when another trigger fires.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="trigger">The other trigger.</param>
    /// <returns>The trigger.</returns>
    public static Trigger<T, TWindow> Of<T, TWindow>(Trigger<T, TWindow> trigger)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new PurgingTrigger<T, TWindow>(trigger);
    }

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context) =>
        Purging(_inner.OnElement(timestampMs, window, context));

    /// <inheritdoc/>
    public override TriggerResult OnEventTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) =>
        Purging(_inner.OnEventTime(timeMs, window, context));

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime<TWindow>(long timeMs, TWindow window, ITriggerContext context) =>
        Purging(_inner.OnProcessingTime(timeMs, window, context));

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context) => _inner.OnMerge(window, context);

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context) => _inner.Clear(window, context);

    /// <summary>What a result becomes.</summary>
    /// <param name="result">What the other trigger decided.</param>
    internal static TriggerResult Purging(TriggerResult result) =>
        (result & TriggerResult.Fire) != 0 ? TriggerResult.FireAndPurge : result;
}
