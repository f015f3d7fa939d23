namespace Akka.Flink.Windowing;

using Akka.Flink.State;

/// <summary>The timer of a trigger with a time-out.</summary>
internal sealed class Timeout
{
    private static readonly ValueStateDescriptor<long> At = new("trigger-timeout");

    private readonly long _timeoutMs;
    private readonly bool _isResetByRecords;

    /// <summary>A time-out.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="isResetByRecords">Whether it runs from the last record; otherwise from the first.</param>
    /// <param name="clearsTrigger">Whether a timer makes the trigger forget what it has counted.</param>
    public Timeout(TimeSpan timeout, bool isResetByRecords, bool clearsTrigger)
    {
        _timeoutMs = WindowErrors.CheckZeroOrMore(nameof(ProcessingTimeoutTrigger), nameof(timeout), timeout);
        _isResetByRecords = isResetByRecords;
        ClearsTrigger = clearsTrigger;
    }

    /// <summary>Whether a timer makes the trigger forget what it has counted.</summary>
    public bool ClearsTrigger { get; }

    /// <summary>Sets the timer, or sets it anew, for a record that did not fire.</summary>
    /// <param name="context">That of the window.</param>
    public void Arrange(ITriggerContext context)
    {
        var at = context.GetPartitionedState(At);
        if (at.TryGet(out var atMs))
        {
            if (!_isResetByRecords)
                return;

            context.DeleteProcessingTimeTimer(atMs);
        }

        atMs = context.CurrentProcessingTime + _timeoutMs;
        at.Update(atMs);
        context.RegisterProcessingTimeTimer(atMs);
    }

    /// <summary>Deletes the timer, if it is set.</summary>
    /// <param name="context">That of the window.</param>
    public static void Cancel(ITriggerContext context)
    {
        var at = context.GetPartitionedState(At);
        if (!at.TryGet(out var atMs))
            return;

        context.DeleteProcessingTimeTimer(atMs);
        at.Clear();
    }

    /// <summary>What comes of a timer.</summary>
    /// <param name="result">What the trigger inside decided.</param>
    public static TriggerResult Firing(TriggerResult result) => result | TriggerResult.Fire;
}
