namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The golden function <c>sorter</c>.</summary>
internal sealed class SorterFunction : KeyedProcessFunction<string, GoldenRecord, GoldenRecord>
{
    public static readonly OutputTag<GoldenRecord> Late = new("late");

    private IMapState<long, string[]> _records = null!;

    public override void Open(OpenContext context) =>
        _records = RuntimeContext.GetMapState(new MapStateDescriptor<long, string[]>("records"));

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output)
    {
        var timestamp = context.Timestamp ?? long.MinValue;
        if (timestamp <= context.TimerService.CurrentWatermark)
        {
            context.Output(Late, value);
            return;
        }

        _records.Put(timestamp, [.. _records.Get(timestamp) ?? [], value.Text]);
        context.TimerService.RegisterEventTimeTimer(timestamp);
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        foreach (var text in _records.Get(timestamp) ?? [])
            output.Collect(new GoldenRecord(text));
        _records.Remove(timestamp);
    }
}
