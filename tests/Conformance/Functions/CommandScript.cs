namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Executes the commands of function <c>script</c>: they use every kind of state, the timers and the outputs.</summary>
internal sealed class CommandScript
{
    private readonly IMapState<(string Domain, long At), string> _later;
    private readonly ScriptStates _states;

    public CommandScript(IRuntimeContext context, StateTtlConfig? timeToLive)
    {
        _states = new ScriptStates(context, timeToLive);
        _later = context.GetMapState(new MapStateDescriptor<(string Domain, long At), string>("later"));
    }

    /// <summary>Reads the function's <c>ttl</c>.</summary>
    public static StateTtlConfig? ParseTimeToLive(JsonElement function)
    {
        if (!function.TryGetProperty("ttl", out var ttl))
            return null;

        return StateTtlConfig.Of(TimeSpan.FromMilliseconds(ttl.GetProperty("ms").GetInt64())) with
        {
            Update = Enum.Parse<StateTtlConfig.UpdateType>(ttl.GetProperty("update").GetString()!),
            Visibility = Enum.Parse<StateTtlConfig.StateVisibility>(ttl.GetProperty("visibility").GetString()!),
            CleanupInBackground = false,
        };
    }

    /// <summary>Executes the commands of a record.</summary>
    public void Execute(string ops, ScriptSurroundings around)
    {
        using var document = JsonDocument.Parse(ops);
        foreach (var command in document.RootElement.EnumerateArray())
            Execute(command.GetProperty("op").GetString()!, command, around);
    }

    /// <summary>Says that a timer fired, and executes what was put off until then.</summary>
    public void OnTimer(long timestamp, TimeDomain timeDomain, ScriptSurroundings around)
    {
        var domain = Domains.NameOf(timeDomain);
        around.Output.Collect(Row.Of(
            ("key", around.Key),
            ("timer", timestamp),
            ("domain", domain),
            ("watermark", around.Timers.CurrentWatermark),
            ("processingTime", around.Timers.CurrentProcessingTime)));
        if (!_later.TryGet((domain, timestamp), out var ops))
            return;

        _later.Remove((domain, timestamp));
        Execute(ops, around);
    }

    private void Execute(string op, JsonElement command, ScriptSurroundings around)
    {
        switch (op)
        {
            case "registerEvent":
                around.Timers.RegisterEventTimeTimer(At(command));
                break;
            case "registerProcessing":
                around.Timers.RegisterProcessingTimeTimer(At(command));
                break;
            case "deleteEvent":
                around.Timers.DeleteEventTimeTimer(At(command));
                break;
            case "deleteProcessing":
                around.Timers.DeleteProcessingTimeTimer(At(command));
                break;
            case "onTimer":
                _later.Put((command.GetProperty("domain").GetString()!, At(command)), command.GetProperty("ops").GetRawText());
                break;
            case "time":
                around.Output.Collect(Row.Of(
                    ("key", around.Key),
                    ("op", "time"),
                    ("timestamp", around.Timestamp),
                    ("watermark", around.Timers.CurrentWatermark),
                    ("processingTime", around.Timers.CurrentProcessingTime)));
                break;
            case "emit":
                around.Output.Collect(ValueOf(command, around));
                break;
            case "side":
                around.Side(new OutputTag<Row>(command.GetProperty("tag").GetString()!), ValueOf(command, around));
                break;
            default:
                if (_states.Execute(op, command, out var result))
                    around.Output.Collect(Row.Of(("key", around.Key), ("op", op), ("result", result)));
                break;
        }
    }

    private static long At(JsonElement command) => command.GetProperty("at").GetInt64();

    private static Row ValueOf(JsonElement command, ScriptSurroundings around) =>
        Row.Of(("key", around.Key), ("value", command.GetProperty("value").GetInt64()));
}
