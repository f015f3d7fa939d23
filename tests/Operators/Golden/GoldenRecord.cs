namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;

/// <summary>A record of a golden case.</summary>
internal sealed record GoldenRecord(string Text)
{
    private readonly JsonElement _json = JsonDocument.Parse(Text).RootElement;

    public string Key => _json.GetProperty("key").GetString()!;

    public long Value => Number("value") ?? 0;

    public string? Mark => _json.TryGetProperty("mark", out var mark) ? mark.GetString() : null;

    public JsonElement[] Ops => [.. _json.GetProperty("ops").EnumerateArray()];

    public static GoldenRecord Of(JsonElement json) => new(GoldenCase.Canonical(json));

    /// <summary>A record of fields; values are numbers, strings, booleans, null, or <see cref="JsonElement"/>.</summary>
    public static GoldenRecord Of(params (string Name, object? Value)[] fields) =>
        Of(JsonSerializer.SerializeToElement(fields.ToDictionary(field => field.Name, field => field.Value)));

    public long? Number(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    public string? String(string name) => _json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public override string ToString() => Text;
}
