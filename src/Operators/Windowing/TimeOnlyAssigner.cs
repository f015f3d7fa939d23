namespace Akka.Flink.Windowing;

/// <summary>An assigner that does not look at the record, as one that does.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="assigner">Assigns by time.</param>
internal sealed class TimeOnlyAssigner<T, TWindow>(WindowAssigner<TWindow> assigner) : WindowAssigner<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Assigns by time.</summary>
    public WindowAssigner<TWindow> Inner => assigner;

    /// <inheritdoc/>
    public override bool IsEventTime => assigner.IsEventTime;

    /// <inheritdoc/>
    public override bool IsMerging => assigner.IsMerging;

    /// <inheritdoc/>
    public override Trigger<T, TWindow> DefaultTrigger => assigner.DefaultTrigger;

    /// <inheritdoc/>
    public override void AssignWindows(T value, long timeMs, ICollection<TWindow> windows) => assigner.AssignWindows(timeMs, windows);

    /// <inheritdoc/>
    public override bool TryMerge(TWindow left, TWindow right, out TWindow merged) => assigner.TryMerge(left, right, out merged);
}
