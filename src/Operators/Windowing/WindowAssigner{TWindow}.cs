namespace Akka.Flink.Windowing;

/// <summary>Assigns records to windows by their time alone, so that it serves every stream.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para><b>Threads.</b> One instance serves all subtasks: it must not change.</para>
/// <para><b>Flink.</b> <c>WindowAssigner</c>. One that looks at the record is a <see cref="WindowAssigner{T, TWindow}"/>.</para>
/// </remarks>
public abstract class WindowAssigner<TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Whether windows go by the records' timestamps and watermarks; otherwise they go by the clock.</summary>
    public abstract bool IsEventTime { get; }

    /// <summary>Whether windows of a key that touch become one, as sessions do.</summary>
    public virtual bool IsMerging => false;

    /// <summary>What fires the windows unless the stream is given another trigger: <see cref="EventTimeTrigger"/> or
    /// <see cref="ProcessingTimeTrigger"/>.</summary>
    public virtual Trigger DefaultTrigger => IsEventTime ? EventTimeTrigger.Create() : ProcessingTimeTrigger.Create();

    /// <summary>Gives the windows of a record.</summary>
    /// <param name="timeMs">The record's timestamp, or the clock if <see cref="IsEventTime"/> is false; milliseconds since the
    /// epoch.</param>
    /// <param name="windows">Receives the windows. Several of one record fire in this order.</param>
    public abstract void AssignWindows(long timeMs, ICollection<TWindow> windows);

    /// <summary>Merges two windows, if <see cref="IsMerging"/>.</summary>
    /// <param name="left">A window.</param>
    /// <param name="right">Another one.</param>
    /// <param name="merged">Receives the one that takes their place.</param>
    /// <returns>Whether they become one.</returns>
    public virtual bool TryMerge(TWindow left, TWindow right, out TWindow merged)
    {
        merged = left;
        return false;
    }
}
