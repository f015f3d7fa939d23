namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>The time of an operator without keys: it can be read, and timers are refused.</summary>
/// <param name="context">Where the operator runs.</param>
internal sealed class PlainTimerService(OperatorContext context) : ITimerService
{
    public long CurrentWatermark => context.Metrics.CurrentWatermarkMs;

    public long CurrentProcessingTime => context.Clock.NowMs;

    public void RegisterEventTimeTimer(long timestampMs) => throw Refused();

    public void RegisterProcessingTimeTimer(long timestampMs) => throw Refused();

    public void DeleteEventTimeTimer(long timestampMs) => throw Refused();

    public void DeleteProcessingTimeTimer(long timestampMs) => throw Refused();

    private JobException Refused() => OperatorErrors.NoTimers(context.Name, context.Uid);
}
