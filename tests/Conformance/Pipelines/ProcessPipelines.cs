namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The pipelines of suite <c>process</c>.</summary>
internal static class ProcessPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec)
    {
        var input = program.Input<Item>();
        var function = spec.GetProperty("function");
        var keyed = input.KeyBy(item => item.Key);
        var result = function.Text("type") switch
        {
            "countWithTimeout" => keyed.Process(new CountWithTimeoutFunction(function.Number("timeout"))),
            "coalesced" => keyed.Process(new CoalescedFunction(function.Number("interval"))),
            "idle" => keyed.Process(new IdleFunction(function.Number("eventDelay"), function.Number("processingDelay"))),
            "sorter" => keyed.Process(new SorterFunction()),
            "script" => keyed.Process(new ScriptFunction(CommandScript.ParseTimeToLive(function))),
            "plain" => input.Process(new PlainFunction()),
            var other => throw new FeatureMissingException($"function '{other}'"),
        };
        foreach (var tag in TagsOf(function.Text("type")))
            program.RecordBeside(tag, result.GetSideOutput(new OutputTag<Row>(tag)));

        return result;
    }

    private static string[] TagsOf(string function) => function switch
    {
        "sorter" => ["late"],
        "script" => ["x", "y"],
        "plain" => ["odd"],
        _ => [],
    };
}
