namespace Akka.Flink.Windowing;

/// <summary>Never fires: what global windows have unless they are given another one.</summary>
/// <remarks>
/// <para><b>State.</b> Windows of a time are cleaned up without having fired; a process function's <c>Clear</c> is called. Global windows
/// keep their records for ever.</para>
/// <para><b>Flink.</b> <c>GlobalWindows.NeverTrigger</c>.</para>
/// </remarks>
public sealed class NeverTrigger : Trigger
{
    private static readonly NeverTrigger Instance = new();

    private NeverTrigger()
    {
    }

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <summary>The trigger.</summary>
    /// <returns>The trigger, the same each time.</returns>
    public static NeverTrigger Create() => Instance;

    /// <inheritdoc/>
    public override TriggerResult OnElement<TWindow>(long timestampMs, TWindow window, ITriggerContext context) => TriggerResult.Continue;

    /// <inheritdoc/>
    public override void OnMerge<TWindow>(TWindow window, IOnMergeContext context)
    {
        // There is nothing to merge.
    }

    /// <inheritdoc/>
    public override void Clear<TWindow>(TWindow window, ITriggerContext context)
    {
        // There is nothing to clear.
    }
}
