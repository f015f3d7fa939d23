namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;
using Akka.Flink.Windowing;

/// <summary>The pipelines of suite <c>windows</c>.</summary>
internal static class WindowPipelines
{
    private static readonly OutputTag<Item> Late = new("late");

    public static DataStream<Row> Build(TestProgram program, JsonElement spec)
    {
        if (spec.Has("trigger"))
            throw new FeatureMissingException("triggers of the user's choice");
        if (spec.Has("evictor"))
            throw new FeatureMissingException("evictors");

        var keyed = program.Input<Item>().KeyBy(item => item.Key);
        return Build(program, spec, keyed.Window(AssignerOf(spec.GetProperty("assigner"))));
    }

    private static WindowAssigner<TimeWindow> AssignerOf(JsonElement assigner)
    {
        if (assigner.Has("gapField"))
            throw new FeatureMissingException("dynamic session gaps");

        var isEventTime = assigner.TryGetProperty("time", out var time) && time.GetString() == "event";
        var offset = TimeSpan.FromMilliseconds(assigner.Number("offset"));
        return (assigner.Text("type"), isEventTime) switch
        {
            ("tumbling", true) => TumblingEventTimeWindows.Of(assigner.Duration("size"), offset),
            ("tumbling", false) => TumblingProcessingTimeWindows.Of(assigner.Duration("size"), offset),
            ("sliding", true) => SlidingEventTimeWindows.Of(assigner.Duration("size"), assigner.Duration("slide"), offset),
            ("sliding", false) => SlidingProcessingTimeWindows.Of(assigner.Duration("size"), assigner.Duration("slide"), offset),
            ("session", true) => EventTimeSessionWindows.WithGap(assigner.Duration("gap")),
            ("session", false) => ProcessingTimeSessionWindows.WithGap(assigner.Duration("gap")),
            ("global", _) => throw new FeatureMissingException("global windows"),
            var (other, _) => throw new FeatureMissingException($"window assigner '{other}'"),
        };
    }

    private static DataStream<Row> Build<TWindow>(TestProgram program, JsonElement spec, WindowedStream<Item, string, TWindow> windowed)
        where TWindow : notnull, IWindow
    {
        if (spec.Has("allowedLateness"))
            windowed = windowed.AllowedLateness(spec.Duration("allowedLateness"));
        var hasLateOutput = spec.Flag("lateOutput");
        if (hasLateOutput)
            windowed = windowed.SideOutputLateData(Late);

        var function = spec.GetProperty("function");
        switch (function.Text("type"))
        {
            case "sum":
                return WithLate(windowed.Reduce(new SumFunction())).Map(item => item.ToRow());
            case "sumProcess":
                return WithLate(windowed.Reduce(new SumFunction(), new WindowSumFunction<TWindow>()));
            case "aggregate":
                return WithLate(windowed.Aggregate(new TotalsFunction())).Map(totals => Row.Of(
                    ("key", totals.Key), ("count", totals.Count), ("sum", totals.Sum), ("min", totals.Min), ("max", totals.Max)));
            case "aggregateProcess":
                return WithLate(windowed.Aggregate(new TotalsFunction(), new WindowTotalsFunction<TWindow>()));
            case "process":
                return WithLate(windowed.Process(new WindowValuesFunction<TWindow>(function.Flag("sorted"))));
            case "state":
                var counted = WithLate(windowed.Process(new WindowStateFunction<TWindow>(function.Flag("perWindow"))));
                program.RecordBeside("cleared", counted.GetSideOutput(WindowStateFunction<TWindow>.Cleared));
                return counted;
            case var other:
                throw new FeatureMissingException($"window function '{other}'");
        }

        SingleOutputStreamOperator<T> WithLate<T>(SingleOutputStreamOperator<T> result)
        {
            if (hasLateOutput)
                program.RecordBeside("late", result.GetSideOutput(Late).Map(item => item.ToRow()));
            return result;
        }
    }
}
