namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The golden function <c>coalesced</c>.</summary>
internal sealed class CoalescedFunction(long intervalMs) : KeyedProcessFunction<string, GoldenRecord, GoldenRecord>
{
    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output)
    {
        var timestamp = context.Timestamp!.Value;
        var remainder = ((timestamp % intervalMs) + intervalMs) % intervalMs;
        var rounded = remainder == 0 ? timestamp : timestamp - remainder + intervalMs;
        if (value.Value < 0)
        {
            context.TimerService.DeleteEventTimeTimer(rounded);
            return;
        }

        _count.Update(_count.Value + 1);
        context.TimerService.RegisterEventTimeTimer(rounded);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        output.Collect(GoldenRecord.Of(("key", context.CurrentKey), ("timer", timestamp), ("count", _count.Value)));
        if (_count.Value == 0)
            return;

        _count.Clear();
        context.TimerService.RegisterEventTimeTimer(timestamp + intervalMs);
    }
}
