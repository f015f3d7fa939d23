namespace Akka.Flink.Conformance.Tests;

using System.Collections.Immutable;
using System.Text.Json;

/// <summary>Reads golden cases: one JSON object a line.</summary>
internal static class CaseReader
{
    private const string DiffersFile = "differs.ndjson";

    /// <summary>The cases beside this assembly.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>Reads every suite of a folder; the cases of its <c>differs.ndjson</c> get the expectation given there.</summary>
    /// <exception cref="InvalidDataException">A line is not a case, or the folder has none.</exception>
    public static ImmutableArray<GoldenCase> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException(
                $"The folder '{folder}' does not exist. Give one with files of golden cases (*.ndjson) after --dir.");

        var files = Directory.GetFiles(folder, "*.ndjson")
            .Where(file => Path.GetFileName(file) != DiffersFile)
            .Order(StringComparer.Ordinal);
        var cases = files.SelectMany(file => ReadLines(file, Parse)).ToImmutableArray();
        if (cases.IsEmpty)
            throw new InvalidDataException(
                $"The folder '{folder}' has no golden cases. " +
                "It needs files *.ndjson of the format that README.md of tests/Conformance/Cases describes.");

        var differs = Path.Combine(folder, DiffersFile);
        return File.Exists(differs) ? Correct(cases, differs) : cases;
    }

    /// <summary>Reads one case.</summary>
    public static GoldenCase Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement.Clone();
        return new GoldenCase(
            root.GetProperty("id").GetString()!,
            root.GetProperty("suite").GetString()!,
            root.GetProperty("title").GetString()!,
            root.GetProperty("spec"),
            root.TryGetProperty("input", out var input) ? [.. input.EnumerateArray().Select(ParseStep)] : [],
            root.TryGetProperty("expected", out var expected) ? ParseExpected(expected) : [],
            root.TryGetProperty("buildError", out var error) ? error.GetString() : null);
    }

    private static ImmutableArray<GoldenCase> Correct(ImmutableArray<GoldenCase> cases, string differs)
    {
        var corrections = ReadLines(differs, ParseCorrection).ToDictionary(correction => correction.Id, correction => correction.Expected);
        return [.. cases.Select(Corrected)];

        GoldenCase Corrected(GoldenCase golden) =>
            corrections.TryGetValue(golden.Id, out var expected) ? golden with { Expected = expected } : golden;
    }

    private static (string Id, ImmutableArray<ImmutableArray<ExpectedPart>> Expected) ParseCorrection(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return (root.GetProperty("id").GetString()!, ParseExpected(root.GetProperty("expected")));
    }

    private static IEnumerable<T> ReadLines<T>(string file, Func<string, T> parse)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return ReadLine(file, number, line, parse);
        }
    }

    private static T ReadLine<T>(string file, int number, string line, Func<string, T> parse)
    {
        try
        {
            return parse(line);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(
                $"Line {number} of '{file}' is not a golden case: {error.Message} " +
                "Its format is in README.md of tests/Conformance/Cases.", error);
        }
    }

    private static Step ParseStep(JsonElement step)
    {
        var side = step.TryGetProperty("side", out var given) ? given.GetInt32() : 1;
        var text = step.GetRawText();
        foreach (var field in step.EnumerateObject())
        {
            if (KindOf(field.Name) is not { } kind)
                continue;

            var number = field.Value.ValueKind == JsonValueKind.Number ? field.Value.GetInt64() : 0;
            return new Step(kind, side, number, field.Value, TimestampOf(step), text);
        }

        throw new FormatException($"The step {text} has none of the known kinds.");
    }

    private static StepKind? KindOf(string field) => field switch
    {
        "record" => StepKind.Record,
        "watermark" => StepKind.Watermark,
        "processingTime" => StepKind.ProcessingTime,
        "idle" => StepKind.Idle,
        "active" => StepKind.Active,
        "snapshotRestore" => StepKind.SnapshotRestore,
        "endOfInput" => StepKind.EndOfInput,
        "complete" => StepKind.Complete,
        "fail" => StepKind.Fail,
        _ => null,
    };

    private static ImmutableArray<ImmutableArray<ExpectedPart>> ParseExpected(JsonElement expected) =>
        [.. expected.EnumerateArray().Select(step => step.EnumerateArray().Select(ParsePart).ToImmutableArray())];

    private static ExpectedPart ParsePart(JsonElement element)
    {
        if (!element.TryGetProperty("anyOrder", out var groups))
            return ExpectedPart.Of(ParseElement(element));

        return new ExpectedPart(
            [.. groups.EnumerateArray()
                .Select(group => group.EnumerateArray().Select(ParseElement).ToImmutableArray())
                .OrderByDescending(group => group.Length)]);
    }

    private static Element ParseElement(JsonElement element)
    {
        if (element.TryGetProperty("record", out var record))
        {
            var tag = element.TryGetProperty("side", out var side) ? side.GetString() : null;
            return new Element(ElementKind.Record, CanonicalJson.Of(record), TimestampOf(element), tag);
        }


        if (element.TryGetProperty("watermark", out var watermark))
            return new Element(ElementKind.Watermark, watermark.GetInt64().ToString());
        if (element.TryGetProperty("invoke", out var call))
            return new Element(ElementKind.Invoke, call.GetInt64().ToString());
        if (element.TryGetProperty("error", out var error))
            return new Element(ElementKind.Error, error.GetString()!);
        if (element.TryGetProperty("idle", out _))
            return new Element(ElementKind.Idle);
        if (element.TryGetProperty("active", out _))
            return new Element(ElementKind.Active);

        throw new FormatException($"The element {element.GetRawText()} has none of the known kinds.");
    }

    // The engine's records have a timestamp or the smallest long, which is as good as none;
    // the original tells the two apart in places only.
    private static long? TimestampOf(JsonElement element) =>
        element.TryGetProperty("ts", out var at) && at.GetInt64() != long.MinValue ? at.GetInt64() : null;
}
