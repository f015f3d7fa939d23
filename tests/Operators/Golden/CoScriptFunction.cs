namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Functions;

/// <summary>The golden function <c>script</c> with two inputs.</summary>
internal sealed class CoScriptFunction(JsonElement spec) : KeyedCoProcessFunction<string, GoldenRecord, GoldenRecord, GoldenRecord>
{
    private GoldenStates _states = null!;

    public override void Open(OpenContext context) => _states = new GoldenStates(RuntimeContext, GoldenStates.TtlOf(spec));

    public override void ProcessElement1(GoldenRecord value, Context context, ICollector<GoldenRecord> output) =>
        Execute(value.Ops, context, output);

    public override void ProcessElement2(GoldenRecord value, Context context, ICollector<GoldenRecord> output) =>
        Execute(value.Ops, context, output);

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        var domain = context.TimeDomain == TimeDomain.EventTime ? "event" : "processing";
        output.Collect(GoldenRecord.Of(("key", context.CurrentKey), ("timer", timestamp), ("domain", domain),
            ("watermark", context.TimerService.CurrentWatermark), ("processingTime", context.TimerService.CurrentProcessingTime)));
        Execute(_states.TakeLater(domain, timestamp), context, output);
    }

    private void Execute(JsonElement[] commands, Context context, ICollector<GoldenRecord> output) => Commands.Execute(
        _states, commands, context.CurrentKey, context.Timestamp, context.TimerService, output, (tag, emitted) =>
            context.Output(tag, emitted));
}
