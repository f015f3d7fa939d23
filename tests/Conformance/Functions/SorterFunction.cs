namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Sorts records by time.</summary>
internal sealed class SorterFunction : KeyedProcessFunction<string, Item, Row>
{
    public static readonly OutputTag<Row> Late = new("late");

    private IMapState<long, List<Item>> _waiting = null!;

    public override void Open(OpenContext context) =>
        _waiting = RuntimeContext.GetMapState(new MapStateDescriptor<long, List<Item>>("waiting"));

    public override void ProcessElement(Item value, Context context, ICollector<Row> output)
    {
        var timestamp = context.Timestamp ?? throw new InvalidOperationException("The record has no timestamp.");
        if (timestamp <= context.TimerService.CurrentWatermark)
        {
            context.Output(Late, value.ToRow());
            return;
        }

        var same = _waiting.Get(timestamp) ?? [];
        same.Add(value);
        _waiting.Put(timestamp, same);
        context.TimerService.RegisterEventTimeTimer(timestamp);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        foreach (var item in _waiting.Get(timestamp) ?? [])
            output.Collect(item.ToRow());
        _waiting.Remove(timestamp);
    }
}
