namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The golden function <c>idle</c>.</summary>
internal sealed class IdleFunction(long eventDelayMs, long processingDelayMs) : KeyedProcessFunction<string, GoldenRecord, GoldenRecord>
{
    private IValueState<long?> _event = null!;
    private IValueState<long?> _processing = null!;

    public override void Open(OpenContext context)
    {
        _event = RuntimeContext.GetState(new ValueStateDescriptor<long?>("event"));
        _processing = RuntimeContext.GetState(new ValueStateDescriptor<long?>("processing"));
    }

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output)
    {
        Cancel(context.TimerService);
        if (context.Timestamp is { } timestamp)
        {
            _event.Update(timestamp + eventDelayMs);
            context.TimerService.RegisterEventTimeTimer(timestamp + eventDelayMs);
        }

        var at = context.TimerService.CurrentProcessingTime + processingDelayMs;
        _processing.Update(at);
        context.TimerService.RegisterProcessingTimeTimer(at);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        Cancel(context.TimerService);
        output.Collect(GoldenRecord.Of(("key", context.CurrentKey), ("timer", timestamp),
            ("domain", context.TimeDomain == TimeDomain.EventTime ? "event" : "processing"),
            ("watermark", context.TimerService.CurrentWatermark), ("processingTime", context.TimerService.CurrentProcessingTime)));
    }

    private void Cancel(ITimerService timers)
    {
        if (_event.Value is { } eventTime)
            timers.DeleteEventTimeTimer(eventTime);
        if (_processing.Value is { } processingTime)
            timers.DeleteProcessingTimeTimer(processingTime);
        _event.Clear();
        _processing.Clear();
    }
}
