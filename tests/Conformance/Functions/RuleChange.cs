namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>An element of the broadcast stream: a rule, its removal, or a command.</summary>
public sealed record RuleChange(string? Rule, long Threshold, bool Remove, string? Command)
{
    public static RuleChange Parse(JsonElement record) => new(
        record.TryGetProperty("rule", out var rule) ? rule.GetString() : null,
        record.TryGetProperty("threshold", out var threshold) ? threshold.GetInt64() : 0,
        record.TryGetProperty("remove", out var remove) && remove.GetBoolean(),
        record.TryGetProperty("command", out var command) ? command.GetString() : null);
}
