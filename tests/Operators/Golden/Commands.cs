namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Functions;

/// <summary>Executes the commands of the golden function <c>script</c>.</summary>
internal static class Commands
{
    public static void Execute(
        GoldenStates states,
        JsonElement[] commands,
        string key,
        long? timestamp,
        ITimerService timers,
        ICollector<GoldenRecord> output,
        Action<OutputTag<GoldenRecord>, GoldenRecord> side)
    {
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
                    output.Collect(GoldenRecord.Of(("key", key), ("op", "time"), ("timestamp", timestamp),
                        ("watermark", timers.CurrentWatermark), ("processingTime", timers.CurrentProcessingTime)));
                    break;
                case "emit": output.Collect(GoldenRecord.Of(("key", key), ("value", GoldenStates.Value(command)))); break;
                case "side":
                    side(
                        new OutputTag<GoldenRecord>(command.GetProperty("tag").GetString()!), GoldenRecord.Of(
                            ("key", key), ("value", GoldenStates.Value(command))));
                    break;
                default:
                    if (states.Execute(command) is { } result)
                        output.Collect(GoldenRecord.Of(("key", key), ("op", op), ("result", JsonDocument.Parse(result).RootElement)));
                    break;
            }
        }
    }
}
