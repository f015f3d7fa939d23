namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>Builds what a case's spec says, and knows the types of its inputs.</summary>
/// <param name="spec">The spec.</param>
internal sealed class CasePipeline(JsonElement spec)
{
    private string Operator => spec.GetProperty("operator").GetString()!;

    /// <summary>The asynchronous calls that the pipeline makes.</summary>
    public PendingCalls Calls { get; } = new();

    /// <summary>How the harness runs it.</summary>
    public HarnessOptions Options { get; } = new()
    {
        AutoWatermarkIntervalMs = spec.TryGetProperty("autoWatermarkInterval", out var interval) ? interval.GetInt64() : 200,
    };

    /// <summary>Builds the pipeline.</summary>
    /// <exception cref="FeatureMissingException">It needs what the engine does not have yet.</exception>
    public DataStream<Row> Build(TestProgram program) => Operator switch
    {
        "keyedProcess" or "process" => ProcessPipelines.Build(program, spec),
        "rolling" => RollingPipelines.Build(program, spec),
        "window" => WindowPipelines.Build(program, spec),
        "coProcess" or "keyedCoProcess" => ConnectedPipelines.Build(program, spec),
        "intervalJoin" => IntervalJoinPipelines.Build(program, spec),
        "timestampsAndWatermarks" or "valve" => WatermarkPipelines.Build(program, spec),
        "keyedBroadcastProcess" => ConnectedPipelines.BuildBroadcast(program, spec),
        "windowJoin" or "windowCoGroup" => WindowJoinPipelines.Build(program, spec),
        "asyncWait" => AsyncPipelines.Build(program, spec, Calls),
        var other => throw new FeatureMissingException($"operator '{other}'"),
    };

    /// <summary>Puts a record into its input.</summary>
    public void Process(JobHarness<Row> harness, Step step)
    {
        if (Operator == "keyedBroadcastProcess" && step.Side == 2)
            harness.Process(1, RuleChange.Parse(step.Record), step.Timestamp);
        else
            harness.Process(step.Side - 1, Item.Parse(step.Record), step.Timestamp);
    }

    /// <summary>Puts records into one input as a batch.</summary>
    public void ProcessBatch(JobHarness<Row> harness, ReadOnlySpan<Step> steps)
    {
        var input = steps[0].Side - 1;
        if (Operator == "keyedBroadcastProcess" && input == 1)
            harness.ProcessBatch<RuleChange>(input, [.. steps.ToArray().Select(step => (RuleChange.Parse(step.Record), step.Timestamp))]);
        else
            harness.ProcessBatch<Item>(input, [.. steps.ToArray().Select(step => (Item.Parse(step.Record), step.Timestamp))]);
    }
}
