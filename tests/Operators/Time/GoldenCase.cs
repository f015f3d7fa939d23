namespace Akka.Flink.Operators.Tests.Time;

using System.Text.Json;

/// <summary>A case recorded from Flink: steps, and what each emits; without the latter it must be refused.</summary>
internal sealed record GoldenCase(string Id, string Title, JsonElement Spec, JsonElement[] Input, string[][]? Expected)
{
    public static IEnumerable<GoldenCase> Read(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Select(Parse);

    public static bool Has(JsonElement step, string name) => step.TryGetProperty(name, out _);

    public static string Canonical(JsonElement record) =>
        $"{{{string.Join(",", record.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}:{field.Value.GetRawText()}"))}}}";

    private static GoldenCase Parse(string line)
    {
        var root = JsonDocument.Parse(line).RootElement;
        return new GoldenCase(
            root.GetProperty("id").GetString()!,
            root.GetProperty("title").GetString()!,
            root.GetProperty("spec"),
            Has(root, "input") ? [.. root.GetProperty("input").EnumerateArray()] : [],
            Has(root, "expected") ? [.. root.GetProperty("expected").EnumerateArray().Select(step => step.EnumerateArray().Select(Text).ToArray())] : null);
    }

    private static string Text(JsonElement element)
    {
        if (element.TryGetProperty("record", out var record))
            return element.TryGetProperty("ts", out var at) && at.GetInt64() != long.MinValue ? $"{Canonical(record)}@{at.GetInt64()}" : Canonical(record);
        if (element.TryGetProperty("watermark", out var watermark))
            return watermark.GetInt64() is var value && value == long.MaxValue ? "W(max)" : $"W({value})";
        return Has(element, "idle") ? "idle" : "active";
    }
}
