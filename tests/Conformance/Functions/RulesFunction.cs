namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Holds records against the rules of broadcast state, and counts them by key.</summary>
internal sealed class RulesFunction(long delayMs) : KeyedBroadcastProcessFunction<string, Item, RuleChange, Row>
{
    public static readonly MapStateDescriptor<string, long> Rules = new("rules");

    private static readonly ValueStateDescriptor<long> Count = new("count");

    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(Count);

    public override void ProcessElement(Item value, ReadOnlyContext context, ICollector<Row> output)
    {
        _count.Update(_count.Value + 1);
        foreach (var (rule, threshold) in context.GetBroadcastState(Rules).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            if (value.Value >= threshold)
                output.Collect(Row.Of(("key", value.Key), ("value", value.Value), ("rule", rule)));
        }

        if (context.Timestamp is { } at)
            context.TimerService.RegisterEventTimeTimer(unchecked(at + delayMs));
    }

    public override void ProcessBroadcastElement(RuleChange value, Context context, ICollector<Row> output)
    {
        switch (value.Command)
        {
            case "counts":
                context.ApplyToKeyedState(Count, (key, count) => output.Collect(Row.Of(("key", key), ("count", count.Value))));
                return;
            case "reset":
                context.ApplyToKeyedState(Count, (_, count) => count.Clear());
                return;
        }

        var rules = context.GetBroadcastState(Rules);
        if (value.Remove)
            rules.Remove(value.Rule!);
        else
            rules.Put(value.Rule!, value.Threshold);
        output.Collect(Row.Of(("rules", rules.Count), ("timestamp", context.Timestamp), ("watermark", context.CurrentWatermark)));
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output) =>
        output.Collect(Row.Of(
            ("key", context.CurrentKey),
            ("timer", timestamp),
            ("rules", context.GetBroadcastState(Rules).Count),
            ("count", _count.TryGet(out var count) ? count : null)));
}
