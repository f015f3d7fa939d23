namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Emits when nothing came for a while, by either time.</summary>
internal sealed class IdleFunction(long eventDelayMs, long processingDelayMs) : KeyedProcessFunction<string, Item, Row>
{
    private IValueState<long?> _event = null!;
    private IValueState<long?> _processing = null!;

    public override void Open(OpenContext context)
    {
        _event = RuntimeContext.GetState(new ValueStateDescriptor<long?>("event"));
        _processing = RuntimeContext.GetState(new ValueStateDescriptor<long?>("processing"));
    }

    public override void ProcessElement(Item value, Context context, ICollector<Row> output)
    {
        var timers = context.TimerService;
        Cancel(timers);
        if (context.Timestamp is { } timestamp)
        {
            var atEvent = unchecked(timestamp + eventDelayMs);
            _event.Update(atEvent);
            timers.RegisterEventTimeTimer(atEvent);
        }

        var atProcessing = unchecked(timers.CurrentProcessingTime + processingDelayMs);
        _processing.Update(atProcessing);
        timers.RegisterProcessingTimeTimer(atProcessing);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        var timers = context.TimerService;
        Cancel(timers);
        output.Collect(Row.Of(
            ("key", context.CurrentKey),
            ("timer", timestamp),
            ("domain", Domains.NameOf(context.TimeDomain)),
            ("watermark", timers.CurrentWatermark),
            ("processingTime", timers.CurrentProcessingTime)));
    }

    private void Cancel(ITimerService timers)
    {
        if (_event.Value is { } atEvent)
            timers.DeleteEventTimeTimer(atEvent);
        if (_processing.Value is { } atProcessing)
            timers.DeleteProcessingTimeTimer(atProcessing);

        _event.Clear();
        _processing.Clear();
    }
}
