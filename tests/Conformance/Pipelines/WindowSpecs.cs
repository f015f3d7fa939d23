namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Windowing;

/// <summary>Reads the assigners, triggers and evictors of a spec.</summary>
internal static class WindowSpecs
{
    /// <summary>An assigner of time windows that does not look at records.</summary>
    public static WindowAssigner<TimeWindow> AssignerOf(JsonElement assigner)
    {
        var isEventTime = assigner.Text("time") == "event";
        var offset = TimeSpan.FromMilliseconds(assigner.Number("offset"));
        return (assigner.Text("type"), isEventTime) switch
        {
            ("tumbling", true) => TumblingEventTimeWindows.Of(assigner.Duration("size"), offset),
            ("tumbling", false) => TumblingProcessingTimeWindows.Of(assigner.Duration("size"), offset),
            ("sliding", true) => SlidingEventTimeWindows.Of(assigner.Duration("size"), assigner.Duration("slide"), offset),
            ("sliding", false) => SlidingProcessingTimeWindows.Of(assigner.Duration("size"), assigner.Duration("slide"), offset),
            ("session", true) => EventTimeSessionWindows.WithGap(assigner.Duration("gap")),
            ("session", false) => ProcessingTimeSessionWindows.WithGap(assigner.Duration("gap")),
            (var other, _) => throw new FeatureMissingException($"assigner '{other}'"),
        };
    }

    /// <summary>Sessions whose records give the gap.</summary>
    public static WindowAssigner<Item, TimeWindow> DynamicAssignerOf(JsonElement assigner) =>
        assigner.Text("time") == "event"
            ? DynamicEventTimeSessionWindows.WithDynamicGap(new GapOfItem())
            : DynamicProcessingTimeSessionWindows.WithDynamicGap(new GapOfItem());

    /// <summary>Global windows.</summary>
    public static GlobalWindows GlobalOf(JsonElement assigner) =>
        assigner.Flag("endOfStream") ? GlobalWindows.CreateWithEndOfStreamTrigger() : GlobalWindows.Create();

    /// <summary>A trigger of values that a function takes from the elements.</summary>
    public static Trigger<T, TWindow> TriggerOf<T, TWindow>(JsonElement trigger, Func<T, long> valueOf)
        where TWindow : notnull, IWindow => trigger.Text("type") switch
    {
        "eventTime" => EventTimeTrigger.Create(),
        "processingTime" => ProcessingTimeTrigger.Create(),
        "count" => CountTrigger.Of(trigger.Number("count")),
        "continuousEventTime" => ContinuousEventTimeTrigger.Of(trigger.Duration("interval")),
        "continuousProcessingTime" => ContinuousProcessingTimeTrigger.Of(trigger.Duration("interval")),
        "delta" => DeltaTrigger.Of<T, TWindow>(trigger.Number("threshold"), (last, next) => Math.Abs(valueOf(next) - valueOf(last))),
        "never" => new SilentTrigger<T, TWindow>(),
        "purging" => PurgingTrigger.Of(TriggerOf<T, TWindow>(trigger.GetProperty("of"), valueOf)),
        "processingTimeTimeout" => ProcessingTimeoutTrigger.Of(
            TriggerOf<T, TWindow>(trigger.GetProperty("of"), valueOf),
            trigger.Duration("timeout"),
            trigger.Flag("resetTimerOnNewRecord"),
            !trigger.TryGetProperty("clearOnTimeout", out var clears) || clears.GetBoolean()),
        var other => throw new FeatureMissingException($"trigger '{other}'"),
    };

    /// <summary>An evictor of values that a function takes from the elements.</summary>
    public static Evictor<T, TWindow> EvictorOf<T, TWindow>(JsonElement evictor, Func<T, long> valueOf)
        where TWindow : notnull, IWindow => evictor.Text("type") switch
    {
        "count" => CountEvictor.Of(evictor.Number("count"), evictor.Flag("after")),
        "time" => TimeEvictor.Of(evictor.Duration("window"), evictor.Flag("after")),
        "delta" => DeltaEvictor.Of<T, TWindow>(
            evictor.Number("threshold"), (each, last) => Math.Abs(valueOf(last) - valueOf(each)), evictor.Flag("after")),
        var other => throw new FeatureMissingException($"evictor '{other}'"),
    };

    private sealed class GapOfItem : ISessionWindowTimeGapExtractor<Item>
    {
        public long Extract(Item element) => element.Gap!.Value;
    }
}
