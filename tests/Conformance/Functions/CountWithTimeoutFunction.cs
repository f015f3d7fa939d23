namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts by key, and emits the count when nothing came for a time.</summary>
internal sealed class CountWithTimeoutFunction(long timeoutMs) : KeyedProcessFunction<string, Item, Row>
{
    private IValueState<(long Count, long LastModified)> _state = null!;

    public override void Open(OpenContext context) =>
        _state = RuntimeContext.GetState(new ValueStateDescriptor<(long Count, long LastModified)>("count"));

    public override void ProcessElement(Item value, Context context, ICollector<Row> output)
    {
        var timestamp = context.Timestamp ?? throw new InvalidOperationException("The record has no timestamp.");
        _state.Update((_state.Value.Count + 1, timestamp));
        context.TimerService.RegisterEventTimeTimer(unchecked(timestamp + timeoutMs));
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        var (count, lastModified) = _state.Value;
        if (timestamp == unchecked(lastModified + timeoutMs))
            output.Collect(Row.Of(("key", context.CurrentKey), ("count", count)));
    }
}
