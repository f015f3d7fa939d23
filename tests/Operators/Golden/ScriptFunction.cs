namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Functions;

/// <summary>The golden function <c>script</c>.</summary>
internal sealed class ScriptFunction(JsonElement spec) : KeyedProcessFunction<string, GoldenRecord, GoldenRecord>
{
    private GoldenStates _states = null!;

    public override void Open(OpenContext context) => _states = new GoldenStates(RuntimeContext, GoldenStates.TtlOf(spec));

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output) =>
        Commands.Execute(
            _states, value.Ops, context.CurrentKey, context.Timestamp, context.TimerService, output, (tag, emitted) =>
                context.Output(tag, emitted));

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        var domain = context.TimeDomain == TimeDomain.EventTime ? "event" : "processing";
        output.Collect(GoldenRecord.Of(("key", context.CurrentKey), ("timer", timestamp), ("domain", domain),
            ("watermark", context.TimerService.CurrentWatermark), ("processingTime", context.TimerService.CurrentProcessingTime)));
        Commands.Execute(
            _states, _states.TakeLater(domain, timestamp), context.CurrentKey, context.Timestamp, context.TimerService, output,
                (tag, emitted) => context.Output(tag, emitted));
    }
}
