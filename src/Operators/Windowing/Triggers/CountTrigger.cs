namespace Akka.Flink.Windowing;

using Akka.Flink.State;

/// <summary>Fires when a window has had so many records, and counts anew.</summary>
/// <remarks>
/// <para><b>Output.</b> The content stays, so that the next firing has all of it again; <see cref="PurgingTrigger"/> changes that. It does
/// not fire at the window's end: what came since it fired last is then dropped.</para>
/// <para><b>State.</b> One number for each key and window. When windows merge their numbers are added; that alone does not fire.</para>
/// <para><b>Flink.</b> <c>CountTrigger</c>.</para>
/// </remarks>
public sealed class CountTrigger : Trigger
{
    private static readonly ReducingStateDescriptor<long> Count = new("trigger-count", static (left, right) => left + right);

    private readonly long _maxCount;

    private CountTrigger(long maxCount) => _maxCount = maxCount;

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <summary>Fires at a number of records.</summary>
    /// <param name="maxCount">The number; 1 or more.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxCount"/> is less than 1.</exception>
    public static CountTrigger Of(long maxCount) => new(WindowErrors.CheckCount(nameof(CountTrigger), nameof(maxCount), maxCount));

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var count = context.GetPartitionedState(Count);
        count.Add(1);
        if (count.Value < _maxCount)
            return TriggerResult.Continue;

        count.Clear();
        return TriggerResult.Fire;
    }

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.MergePartitionedState(Count);
    }

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.GetPartitionedState(Count).Clear();
    }
}
