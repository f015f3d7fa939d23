namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The pipelines of suite <c>rolling</c>.</summary>
internal static class RollingPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec)
    {
        var function = spec.GetProperty("function");
        var keyed = program.Input<Item>().KeyBy(item => item.Key);
        var result = function.Text("type") switch
        {
            "sum" => keyed.Sum(item => item.Value),
            "min" => keyed.Min(item => item.Value),
            "max" => keyed.Max(item => item.Value),
            "minBy" => keyed.MinBy(item => item.Value, function.Flag("first")),
            "maxBy" => keyed.MaxBy(item => item.Value, function.Flag("first")),
            "reduce" => keyed.Reduce((a, b) => new Item(a.Key, unchecked(a.Value + b.Value), a.Name + b.Name, b.Seq)),
            "distinct" => keyed.FlatMap(new DistinctFunction()),
            var other => throw new FeatureMissingException($"rolling function '{other}'"),
        };
        return result.Map(item => item.ToRow());
    }
}
