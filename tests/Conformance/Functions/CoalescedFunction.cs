namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts by key, with timers rounded up to multiples of an interval.</summary>
internal sealed class CoalescedFunction(long intervalMs) : KeyedProcessFunction<string, Item, Row>
{
    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

    public override void ProcessElement(Item value, Context context, ICollector<Row> output)
    {
        var timestamp = context.Timestamp ?? throw new InvalidOperationException("The record has no timestamp.");
        var at = Rounding.Up(timestamp, intervalMs);
        if (value.Value < 0)
        {
            context.TimerService.DeleteEventTimeTimer(at);
            return;
        }

        _count.Update(_count.Value + 1);
        context.TimerService.RegisterEventTimeTimer(at);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        var count = _count.Value;
        output.Collect(Row.Of(("key", context.CurrentKey), ("timer", timestamp), ("count", count)));
        if (count <= 0)
            return;

        _count.Clear();
        context.TimerService.RegisterEventTimeTimer(unchecked(timestamp + intervalMs));
    }
}
