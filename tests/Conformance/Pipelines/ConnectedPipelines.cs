namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The pipelines of suite <c>connected</c> with a function of two inputs.</summary>
internal static class ConnectedPipelines
{
    public static DataStream<Row> BuildBroadcast(TestProgram program, JsonElement spec)
    {
        var records = program.Input<Item>().KeyBy(item => item.Key);
        var rules = program.Input<RuleChange>().Broadcast(RulesFunction.Rules);
        return records.Connect(rules).Process(new RulesFunction(spec.GetProperty("function").Number("delay")));
    }

    public static DataStream<Row> Build(TestProgram program, JsonElement spec)
    {
        var function = spec.GetProperty("function");
        var connected = program.Input<Item>().Connect(program.Input<Item>());
        switch (function.Text("type"))
        {
            case "tag":
                return connected.Process(new TagFunction());
            case "enrich":
                var enriched = connected.KeyBy(item => item.Key, item => item.Key).Process(new EnrichFunction(function.Number("interval")));
                program.RecordBeside("unmatched", enriched.GetSideOutput(EnrichFunction.Unmatched));
                return enriched;
            case "script":
                var result = connected.KeyBy(item => item.Key, item => item.Key)
                    .Process(new CoScriptFunction(CommandScript.ParseTimeToLive(function)));
                foreach (var tag in new[] { "x", "y" })
                    program.RecordBeside(tag, result.GetSideOutput(new OutputTag<Row>(tag)));
                return result;
            case var other:
                throw new FeatureMissingException($"function '{other}' of two inputs");
        }
    }
}
