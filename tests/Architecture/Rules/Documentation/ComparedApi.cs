namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Rules.Api;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>The page that compares our API with Flink's names members that exist, and all of those of the types that it is
/// about.</summary>
public sealed partial class ComparedApi : IRule
{
    private const string Page = "docs/flink-api.md";

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        if (tree.Find(Page) is not { } page)
            return [];

        var api = new ApprovedMembers(tree.Files
            .Where(file => file.IsIn(ApprovedApi.Folder) && file.Extension == ".txt")
            .Select(file => file.Text));
        return Sections(page).SelectMany(section => Unknown(page, section, api).Concat(Missing(page, section, api)));
    }

    private static IEnumerable<Section> Sections(SourceFile page)
    {
        var section = new Section(1);
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                yield return section;
                section = new Section(i + 1);
            }
            else if (line.StartsWith("Here: ", StringComparison.Ordinal))
            {
                section.Types.AddRange(Names(line));
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && line.Split(" | ") is [_, var ours, ..])
            {
                section.Ours.AddRange(Names(ours).Select(name => (name, i + 1)));
            }
        }

        yield return section;
    }

    private static IEnumerable<Violation> Unknown(SourceFile page, Section section, ApprovedMembers api)
    {
        foreach (var type in section.Types.Where(type => !api.HasType(type)))
            yield return page.At(section.Line, $"There is no type '{type}'.", "Name one of the approved API.");
        foreach (var (name, line) in section.Ours.Where(each => !api.Has(each.Name, section.Types)))
            yield return page.At(line, $"There is no '{name}'.", "Name a type, a member of one on the Here line, or Type.Member.");
    }

    private static IEnumerable<Violation> Missing(SourceFile page, Section section, ApprovedMembers api)
    {
        var listed = section.Ours.Select(each => each.Name.Split('.')[^1]).ToHashSet();
        return from type in section.Types
               from member in api.MembersOf(type)
               where !listed.Contains(member)
               select page.At(section.Line, $"'{type}.{member}' is not listed.", "Say what it is in Flink.");
    }

    private static IEnumerable<string> Names(string text) =>
        Code().Matches(text).Select(code => code.Groups[1].Value);

    [GeneratedRegex(@"`([A-Z]\w*(?:\.\w+)*)[^`]*`")]
    private static partial Regex Code();

    /// <summary>A part of the page, what it is about and what it names.</summary>
    private sealed record Section(int Line)
    {
        public List<string> Types { get; } = [];

        public List<(string Name, int Line)> Ours { get; } = [];
    }
}
