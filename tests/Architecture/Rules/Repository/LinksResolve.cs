namespace Akka.Flink.Architecture.Tests.Rules.Repository;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>Every relative link in a page leads to a file or folder of the repository.</summary>
public sealed partial class LinksResolve : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) =>
        tree.Files.Where(file => file.Extension == ".md").SelectMany(page => Check(tree, page));

    private static IEnumerable<Violation> Check(SourceTree tree, SourceFile page)
    {
        var isCode = false;
        foreach (var (index, line) in page.Lines.Index())
        {
            isCode ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (isCode)
                continue;
            foreach (var target in Link().Matches(InlineCode().Replace(line, "")).Select(match => match.Groups[1].Value))
            {
                if (!Scheme().IsMatch(target) && !tree.Has(Resolve(page.Path, target)))
                    yield return page.At(index + 1, $"The link '{target}' leads nowhere.",
                        "Correct the path, which is relative to this page.");
            }
        }
    }

    private static string Resolve(string page, string target)
    {
        var parts = target.StartsWith('/') ? [] : page.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(target).Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();
}
