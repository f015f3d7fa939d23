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
        var keyed = program.Input<Item>().KeyBy(item => item.Key);
        var assigner = spec.GetProperty("assigner");
        if (assigner.Text("type") == "global")
            return Build(program, spec, keyed.Window(WindowSpecs.GlobalOf(assigner)));

        return assigner.Has("gapField")
            ? Build(program, spec, keyed.Window(WindowSpecs.DynamicAssignerOf(assigner)))
            : Build(program, spec, keyed.Window(WindowSpecs.AssignerOf(assigner)));
    }

    private static DataStream<Row> Build<TWindow>(TestProgram program, JsonElement spec, WindowedStream<Item, string, TWindow> windowed)
        where TWindow : notnull, IWindow
    {
        if (spec.TryGetProperty("trigger", out var trigger))
            windowed = windowed.Trigger(WindowSpecs.TriggerOf<Item, TWindow>(trigger, item => item.Value));
        if (spec.TryGetProperty("evictor", out var evictor))
            windowed = windowed.Evictor(WindowSpecs.EvictorOf<Item, TWindow>(evictor, item => item.Value));
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
