namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The pipelines of suite <c>watermarks</c>.</summary>
internal static class WatermarkPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec) =>
        spec.Text("operator") == "valve" ? BuildValve(program, spec) : BuildWatermarks(program, spec);

    private static DataStream<Row> BuildValve(TestProgram program, JsonElement spec)
    {
        var channels = new DataStream<Item>[spec.GetProperty("channels").GetInt32()];
        for (var i = 0; i < channels.Length; i++)
            channels[i] = program.Input<Item>();

        // Rebalanced, for a chain has no channels.
        return channels[0].Union(channels[1..]).Rebalance().Map(item => item.ToRow());
    }

    private static DataStream<Row> BuildWatermarks(TestProgram program, JsonElement spec)
    {
        var strategy = StrategyOf(spec.GetProperty("strategy"));
        if (spec.Flag("timestampAssigner"))
            strategy = strategy.WithTimestampAssigner((item, _) => item.Value);
        if (spec.Has("idleness"))
            strategy = strategy.WithIdleness(spec.Duration("idleness"));

        return program.Input<Item>().AssignTimestampsAndWatermarks(strategy).Map(item => item.ToRow());
    }

    private static WatermarkStrategy<Item> StrategyOf(JsonElement strategy) => strategy.Text("type") switch
    {
        "boundedOutOfOrderness" => WatermarkStrategy.ForBoundedOutOfOrderness<Item>(strategy.Duration("delay")),
        "monotonous" => WatermarkStrategy.ForMonotonousTimestamps<Item>(),
        "none" => WatermarkStrategy.NoWatermarks<Item>(),
        "punctuated" => WatermarkStrategy.ForGenerator<Item>(() => new PunctuatedGenerator()),
        var other => throw new FeatureMissingException($"watermark strategy '{other}'"),
    };
}
