namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Functions;

/// <summary>The golden function <c>script</c>.</summary>
internal sealed class ScriptFunction(JsonElement spec) : KeyedProcessFunction<string, GoldenRecord, GoldenRecord>
{
    private GoldenStates _states = null!;

    public override void Open(OpenContext context) => _states = new GoldenStates(RuntimeContext, GoldenStates.TtlOf(spec));

    public override void ProcessElement(GoldenRecord value, Context context, ICollector<GoldenRecord> output) => Execute(value.Ops, context, output);

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<GoldenRecord> output)
    {
        var domain = context.TimeDomain == TimeDomain.EventTime ? "event" : "processing";
        output.Collect(GoldenRecord.Of(("key", context.CurrentKey), ("timer", timestamp), ("domain", domain),
            ("watermark", context.TimerService.CurrentWatermark), ("processingTime", context.TimerService.CurrentProcessingTime)));
        Execute(_states.TakeLater(domain, timestamp), context, output);
    }

    private void Execute(JsonElement[] commands, Context context, ICollector<GoldenRecord> output)
    {
        var timers = context.TimerService;
        var key = context.CurrentKey;
        foreach (var command in commands)
        {
            var op = command.GetProperty("op").GetString()!;
            switch (op)
            {
                case "registerEvent": timers.RegisterEventTimeTimer(GoldenStates.At(command)); break;
                case "registerProcessing": timers.RegisterProcessingTimeTimer(GoldenStates.At(command)); break;
                case "deleteEvent": timers.DeleteEventTimeTimer(GoldenStates.At(command)); break;
                case "deleteProcessing": timers.DeleteProcessingTimeTimer(GoldenStates.At(command)); break;
                case "time":
                    output.Collect(GoldenRecord.Of(("key", key), ("op", "time"), ("timestamp", context.Timestamp),
                        ("watermark", timers.CurrentWatermark), ("processingTime", timers.CurrentProcessingTime)));
                    break;
                case "emit": output.Collect(GoldenRecord.Of(("key", key), ("value", GoldenStates.Value(command)))); break;
                case "side":
                    context.Output(new OutputTag<GoldenRecord>(command.GetProperty("tag").GetString()!), GoldenRecord.Of(("key", key), ("value", GoldenStates.Value(command))));
                    break;
                default:
                    if (_states.Execute(command) is { } result)
                        output.Collect(GoldenRecord.Of(("key", key), ("op", op), ("result", JsonDocument.Parse(result).RootElement)));
                    break;
            }
        }
    }
}
