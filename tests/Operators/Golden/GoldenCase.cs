namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;

/// <summary>A case recorded from Flink: steps, and what each emits; without the latter it must be refused.</summary>
internal sealed record GoldenCase(string Id, string Title, JsonElement Spec, JsonElement[] Input, string[][]? Expected)
{
    public static IEnumerable<GoldenCase> Read(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Select(Parse);

    public static bool Has(JsonElement step, string name) => step.TryGetProperty(name, out _);

    /// <summary>A value as text, with the fields of objects in order.</summary>
    public static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => $"\"{field.Name}\":{Canonical(field.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Canonical))}]",
        _ => value.GetRawText(),
    };

    /// <summary>The same cases with the expectations of those that touch a bug of Flink.</summary>
    public static IEnumerable<GoldenCase> WithCorrections(IEnumerable<GoldenCase> cases, string file)
    {
        var corrected = File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(each => each.GetProperty("id").GetString()!, ExpectedOf);
        return cases.Select(each => corrected.TryGetValue(each.Id, out var expected) ? each with { Expected = expected } : each);
    }

    private static GoldenCase Parse(string line)
    {
        var root = JsonDocument.Parse(line).RootElement;
        return new GoldenCase(
            root.GetProperty("id").GetString()!,
            root.GetProperty("title").GetString()!,
            root.GetProperty("spec"),
            Has(root, "input") ? [.. root.GetProperty("input").EnumerateArray()] : [],
            Has(root, "expected") ? ExpectedOf(root) : null);
    }

    private static string[][] ExpectedOf(JsonElement root) =>
        [.. root.GetProperty("expected").EnumerateArray().Select(step => step.EnumerateArray().SelectMany(Texts).ToArray())];

    // Groups that may come in any order are laid out one after the other; a comparison that knows of them sorts.
    private static IEnumerable<string> Texts(JsonElement element) => element.TryGetProperty("anyOrder", out var groups)
        ? groups.EnumerateArray().SelectMany(group => group.EnumerateArray().Select(each => "?" + Text(each)))
        : [Text(element)];

    private static string Text(JsonElement element)
    {
        if (element.TryGetProperty("error", out _))
            return "error";
        if (element.TryGetProperty("side", out var side))
            return $"{side.GetString()}: {WithTimestamp(element, element.GetProperty("record"))}";
        if (element.TryGetProperty("record", out var record))
            return WithTimestamp(element, record);
        if (element.TryGetProperty("watermark", out var watermark))
            return watermark.GetInt64() is var value && value == long.MaxValue ? "W(max)" : $"W({value})";
        return Has(element, "idle") ? "idle" : "active";
    }

    private static string WithTimestamp(JsonElement element, JsonElement record) =>
        element.TryGetProperty("ts", out var at) && at.GetInt64() != long.MinValue ? $"{Canonical(record)}@{at.GetInt64()}"
            : Canonical(record);
}
