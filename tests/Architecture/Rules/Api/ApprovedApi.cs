namespace Akka.Flink.Architecture.Tests.Rules.Api;

using Akka.Flink.Architecture.Tests.Sources;
using Akka.Flink.Shared.ApiText;

/// <summary>The public API of each project as a text that is reviewed and committed: it changes on purpose or not at all.</summary>
internal static class ApprovedApi
{
    public const string Folder = "tests/Architecture/Approved";

    /// <summary>The text of an assembly's API: each type with what it derives from, its members below it.</summary>
    public static string Write(IEnumerable<ApiType> types) =>
        string.Concat(types.OrderBy(type => type.Name, StringComparer.Ordinal).Select(Write));

    /// <summary>What differs between the approved text and the present one; empty when nothing does.</summary>
    public static IEnumerable<Violation> Check(string project, string? approved, string present)
    {
        var file = $"{Folder}/{project}.txt";
        var todo = $"If that is meant: mv {Folder}/{project}.received.txt {file}";
        if (approved is null)
            return [new Violation(file, 1, $"The public API of {project} has not been approved.", todo)];
        var before = Lines(approved);
        var now = Lines(present);
        return Qualified(now).Except(Qualified(before)).Select(line => new Violation(file, 1, $"New: {line}.", todo))
            .Concat(Qualified(before).Except(Qualified(now)).Select(line => new Violation(file, 1, $"Gone: {line}.", todo)));
    }

    private static string Write(ApiType type)
    {
        List<string> bases = [.. type.Base is null ? [] : new[] { type.Base }, .. type.Interfaces];
        var head = type.Declaration + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases));
        return string.Concat(type.Members.Order(StringComparer.Ordinal).Select(member => $"    {member}\n").Prepend(head + "\n")) + "\n";
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A member's line with its type before it.</summary>
    private static IEnumerable<string> Qualified(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            var isMember = line.StartsWith(' ');
            type = isMember ? type : line;
            yield return isMember ? $"{type} {{ {line.Trim()} }}" : line;
        }
    }
}
