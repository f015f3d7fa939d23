namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Decides when a window fires.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>Threads.</b> One instance serves all subtasks: what it remembers are timers.</para>
/// <para><b>Flink.</b> <c>Trigger</c>.</para>
/// </remarks>
internal abstract class Trigger<TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Called for each record, after it was added.</summary>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and the timers of this key and window.</param>
    public abstract TriggerResult OnElement(TWindow window, ITriggerContext context);

    /// <summary>Called when a timer that was set here is reached by the watermark.</summary>
    /// <param name="timeMs">What it was set for.</param>
    /// <param name="window">The window.</param>
    public virtual TriggerResult OnEventTime(long timeMs, TWindow window) => TriggerResult.Continue;

    /// <summary>Called when a timer that was set here is reached by the clock.</summary>
    /// <param name="timeMs">What it was set for.</param>
    /// <param name="window">The window.</param>
    public virtual TriggerResult OnProcessingTime(long timeMs, TWindow window) => TriggerResult.Continue;

    /// <summary>Called when windows have become one, before <see cref="Clear"/> is called for those.</summary>
    /// <param name="window">The one.</param>
    /// <param name="context">The time, and the timers of this key and window.</param>
    public abstract void OnMerge(TWindow window, ITriggerContext context);

    /// <summary>Called when a window is gone: removes its timers.</summary>
    /// <param name="window">The window.</param>
    /// <param name="context">The time, and the timers of this key and window.</param>
    public abstract void Clear(TWindow window, ITriggerContext context);
}
