namespace Akka.Flink.Operators.Tests.Golden;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The golden function <c>enrich</c>.</summary>
internal sealed class EnrichFunction(long intervalMs) : KeyedCoProcessFunction<string, GoldenRecord, GoldenRecord, GoldenRecord>
{
    public static readonly OutputTag<GoldenRecord> Unmatched = new("unmatched");

    private IListState<(long At, string Trade)> _pending = null!;
    private IMapState<long, long> _versions = null!;

    public override void Open(OpenContext context)
    {
        _pending = RuntimeContext.GetListState(new ListStateDescriptor<(long At, string Trade)>("pending"));
        _versions = RuntimeContext.GetMapState(new MapStateDescriptor<long, long>("versions"));
    }

    public override void ProcessElement1(GoldenRecord trade, Context context, ICollector<GoldenRecord> output)
    {
        var at = context.Timestamp!.Value;
        if (at <= context.TimerService.CurrentWatermark)
        {
            context.Output(Unmatched, trade);
            return;
        }

        _pending.Add((at, trade.Text));
        var remainder = ((at % intervalMs) + intervalMs) % intervalMs;
        context.TimerService.RegisterEventTimeTimer(remainder == 0 ? at : at - remainder + intervalMs);
    }

    public override void ProcessElement2(GoldenRecord customer, Context context, ICollector<GoldenRecord> output) =>
        _versions.Put(context.Timestamp!.Value, customer.Value);

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        var waiting = new List<(long At, string Trade)>();
        foreach (var (at, text) in _pending)
        {
            var trade = new GoldenRecord(text);
            if (at > timestamp)
                waiting.Add((at, text));
            else if (VersionAt(at) is { } tier)
                output.Collect(GoldenRecord.Of(("key", trade.Key), ("value", trade.Value), ("tier", tier)));
            else
                context.Output(Unmatched, trade);
        }

        _pending.Update(waiting);
        if (waiting.Count == 0)
            context.TimerService.DeleteEventTimeTimer(timestamp + intervalMs);
    }

    private long? VersionAt(long at)
    {
        KeyValuePair<long, long>? current = null;
        foreach (var version in _versions)
        {
            if (version.Key <= at && (current is null || version.Key > current.Value.Key))
                current = version;
        }

        return current?.Value;
    }
}
