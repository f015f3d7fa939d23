namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.State.Timers;

/// <summary>The timers of a keyed operator, for the current key.</summary>
/// <param name="context">Where the operator runs.</param>
/// <param name="backend">Knows the current key.</param>
/// <param name="eventTimers">The timers by watermark.</param>
/// <param name="clockTimers">The timers by clock.</param>
internal sealed class KeyedTimerService(OperatorContext context, KeyedStateBackend backend, TimerQueue eventTimers, TimerQueue clockTimers)
    : ITimerService
{
    public long CurrentWatermark => context.Metrics.CurrentWatermarkMs;

    public long CurrentProcessingTime => context.Clock.NowMs;

    public void RegisterEventTimeTimer(long timestampMs) => eventTimers.Register(Slot(timestampMs), timestampMs);

    public void RegisterProcessingTimeTimer(long timestampMs)
    {
        clockTimers.Register(Slot(timestampMs), timestampMs);
        context.Clock.WakeUpAt(timestampMs);
    }

    public void DeleteEventTimeTimer(long timestampMs) => eventTimers.Delete(Slot(timestampMs), timestampMs);

    public void DeleteProcessingTimeTimer(long timestampMs) => clockTimers.Delete(Slot(timestampMs), timestampMs);

    private int Slot(long timestampMs)
    {
        var slot = backend.CurrentSlot;
        return slot >= 0 ? slot : throw OperatorErrors.TimerWithoutKey(context.Name, context.Uid, timestampMs);
    }
}
