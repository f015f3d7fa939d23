namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Joins trades with the version of the customer that was current at their time.</summary>
internal sealed class EnrichFunction(long intervalMs) : KeyedCoProcessFunction<string, Item, Item, Row>
{
    public static readonly OutputTag<Row> Unmatched = new("unmatched");

    private IListState<(long At, Item Trade)> _pending = null!;
    private IMapState<long, long> _versions = null!;

    public override void Open(OpenContext context)
    {
        _pending = RuntimeContext.GetListState(new ListStateDescriptor<(long At, Item Trade)>("pending"));
        _versions = RuntimeContext.GetMapState(new MapStateDescriptor<long, long>("versions"));
    }

    public override void ProcessElement1(Item value, Context context, ICollector<Row> output)
    {
        var timestamp = TimestampOf(context);
        if (timestamp <= context.TimerService.CurrentWatermark)
        {
            context.Output(Unmatched, value.ToRow());
            return;
        }

        _pending.Add((timestamp, value));
        context.TimerService.RegisterEventTimeTimer(Rounding.Up(timestamp, intervalMs));
    }

    public override void ProcessElement2(Item value, Context context, ICollector<Row> output) =>
        _versions.Put(TimestampOf(context), value.Value);

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output)
    {
        var waiting = new List<(long At, Item Trade)>();
        foreach (var (at, trade) in _pending)
        {
            if (at > timestamp)
                waiting.Add((at, trade));
            else if (VersionAt(at) is { } tier)
                output.Collect(Row.Of(("key", trade.Key), ("value", trade.Value), ("tier", tier)));
            else
                context.Output(Unmatched, trade.ToRow());
        }

        _pending.Update(waiting);
        if (waiting.Count == 0)
            context.TimerService.DeleteEventTimeTimer(unchecked(timestamp + intervalMs));
    }

    private static long TimestampOf(Context context) =>
        context.Timestamp ?? throw new InvalidOperationException("The record has no timestamp.");

    private long? VersionAt(long at)
    {
        (long Since, long Value)? current = null;
        foreach (var (since, value) in _versions)
        {
            if (since <= at && (current is null || since > current.Value.Since))
                current = (since, value);
        }

        return current?.Value;
    }
}
