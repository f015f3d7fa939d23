namespace Akka.Flink.Windowing;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.Operators;

/// <summary>Decides when a window fires, by the records that it is given and by timers.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para>A trigger takes the place of the assigner's own. When a window is cleaned up is not for it to say: that is done at the window's
/// end plus the allowed lateness, in the time domain of the assigner.</para>
/// <para><b>State.</b> What it remembers lies in state of the <see cref="ITriggerContext"/> and in timers, and is removed in
/// <see cref="Clear"/>.</para>
/// <para><b>Threads.</b> One instance serves all keys, windows and subtasks: it must not change.</para>
/// <para><b>Flink.</b> <c>Trigger</c>. One that looks neither at records nor at what kind of windows there are is a
/// <see cref="Trigger"/>.</para>
/// </remarks>
/// <example><code source="samples/Docs/Triggers.cs" region="custom-trigger" /></example>
public abstract class Trigger<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Whether the trigger serves windows that merge, as sessions do. It then overrides <see cref="OnMerge"/>.</summary>
    public virtual bool CanMerge => false;

    /// <summary>A trigger for all records and windows as one for those of a stream, so that it is accepted wherever one of these
    /// is.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The same trigger.</returns>
    [return: NotNullIfNotNull(nameof(trigger))]
    public static implicit operator Trigger<T, TWindow>?(Trigger? trigger) =>
        trigger is null ? null : new AnyTrigger<T, TWindow>(trigger);

    /// <summary>Called for each record, after it was added to the window.</summary>
    /// <param name="element">The record.</param>
    /// <param name="timestampMs">Its timestamp; the smallest long if it has none.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    /// <returns>What happens to the window.</returns>
    public abstract TriggerResult OnElement(T element, long timestampMs, TWindow window, ITriggerContext context);

    /// <summary>Called when a timer of this window is reached by the watermark, or its cleanup time is.</summary>
    /// <param name="timeMs">What it was set for.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    /// <returns>What happens to the window.</returns>
    public virtual TriggerResult OnEventTime(long timeMs, TWindow window, ITriggerContext context) => TriggerResult.Continue;

    /// <summary>Called when a timer of this window is reached by the clock, or its cleanup time is.</summary>
    /// <param name="timeMs">What it was set for.</param>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    /// <returns>What happens to the window.</returns>
    public virtual TriggerResult OnProcessingTime(long timeMs, TWindow window, ITriggerContext context) => TriggerResult.Continue;

    /// <summary>Called when windows have become one, before <see cref="Clear"/> is called for those that it was made of.</summary>
    /// <param name="window">The one that they became.</param>
    /// <param name="context">The time, its timers and state, and the state of those that it was made of.</param>
    /// <exception cref="NotSupportedException">The trigger does not override it.</exception>
    public virtual void OnMerge(TWindow window, IOnMergeContext context) => throw WindowErrors.TriggerDoesNotMerge(GetType());

    /// <summary>Called when a window is gone: removes its timers and its state.</summary>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and timers and state of this key and window.</param>
    public abstract void Clear(TWindow window, ITriggerContext context);
}
