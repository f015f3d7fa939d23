namespace Akka.Flink.Windowing;

/// <summary>Decides when a window fires, whatever the records and windows are: by their number, by time, by timers.</summary>
/// <remarks>
/// <para>What is said of a <see cref="Trigger{T, TWindow}"/> holds for it, too.</para>
/// <para><b>State.</b> What it remembers lies in state of the <see cref="ITriggerContext"/> and in timers, and is removed in
/// <see cref="Clear"/>.</para>
/// <para><b>Threads.</b> One instance serves all keys, windows and subtasks: it must not change.</para>
/// <para><b>Flink.</b> <c>Trigger&lt;Object, W&gt;</c>.</para>
/// </remarks>
public abstract class Trigger
{
    /// <summary>Whether the trigger serves windows that merge, as sessions do. It then overrides <see cref="OnMerge"/>.</summary>
    public virtual bool CanMerge => false;

    /// <summary>Called for each record, after it was added to the window.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="timestampMs">The record's timestamp; the smallest long if it has none.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    /// <returns>What happens to the window.</returns>
    public abstract TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
        where TWindow : notnull, IWindow;

    /// <summary>Called when a timer of this window is reached by the watermark, or its cleanup time is.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="timeMs">What it was set for.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    /// <returns>What happens to the window.</returns>
    public virtual TriggerResult OnEventTime<TWindow>(long timeMs, TWindow window, ITriggerContext context)
        where TWindow : notnull, IWindow =>
        TriggerResult.Continue;

    /// <summary>Called when a timer of this window is reached by the clock, or its cleanup time is.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="timeMs">What it was set for.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    /// <returns>What happens to the window.</returns>
    public virtual TriggerResult OnProcessingTime<TWindow>(long timeMs, TWindow window, ITriggerContext context)
        where TWindow : notnull, IWindow =>
        TriggerResult.Continue;

    /// <summary>Called when windows have become one, before <see cref="Clear"/> is called for those that it was made of.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="window">The one that they became.</param>
    /// <param name="context">The time, its timers and state, and the state of those that it was made of.</param>
    /// <exception cref="NotSupportedException">The trigger does not override it.</exception>
    public virtual void OnMerge<TWindow>(TWindow window, IOnMergeContext context)
        where TWindow : notnull, IWindow =>
        throw WindowErrors.TriggerDoesNotMerge(GetType());

    /// <summary>Called when a window is gone: removes its timers and its state.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    public abstract void Clear<TWindow>(TWindow window, ITriggerContext context)
        where TWindow : notnull, IWindow;
}
