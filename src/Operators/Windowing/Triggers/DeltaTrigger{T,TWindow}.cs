namespace Akka.Flink.Windowing;

using Akka.Flink.State;

/// <summary>Fires when a record is further than a threshold from the one that fired last.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="threshold">The distance that must be exceeded.</param>
/// <param name="delta">Gives the distance of two records, the earlier one first.</param>
internal sealed class DeltaTrigger<T, TWindow>(double threshold, Func<T, T, double> delta) : Trigger<T, TWindow>
    where TWindow : notnull, IWindow
{
    private static readonly ValueStateDescriptor<T> Last = new("trigger-last-element");

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long timestampMs, TWindow window, ITriggerContext context)
    {
        var last = context.GetPartitionedState(Last);
        if (!last.TryGet(out var lastElement))
        {
            last.Update(element);
            return TriggerResult.Continue;
        }

        if (!(delta(lastElement, element) > threshold))
            return TriggerResult.Continue;

        last.Update(element);
        return TriggerResult.Fire;
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext context) => context.GetPartitionedState(Last).Clear();
}
