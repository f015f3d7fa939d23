namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using System.Text.Json;
using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>The page of differences from Flink names tests and recorded cases that exist, and every case that is judged
/// otherwise.</summary>
public sealed partial class DifferencesAreShown : IRule
{
    private const string Page = "docs/differences.md";
    private const string Cases = "tests/Conformance/Cases";
    private const string Differing = Cases + "/differs.ndjson";

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        if (tree.Find(Page) is not { } page)
            return [];

        var tests = TestsOf(tree);
        var cases = tree.Files.Where(file => file.IsIn(Cases) && file.Extension == ".ndjson" && file.Path != Differing)
            .SelectMany(IdsOf).ToHashSet();
        var missing = page.Lines.Select((line, index) => (line, index))
            .SelectMany(at => Named().Matches(at.line).Select(name => (Name: name.Groups[1].Value, Line: at.index + 1)))
            .Where(name => !tests.Contains(name.Name) && !cases.Contains(name.Name))
            .Select(name => page.At(name.Line, $"There is no test and no case '{name.Name}'.", "Name the one that shows the difference."));
        var unexplained = tree.Find(Differing) is not { } differing ? [] : IdsOf(differing)
            .Where(id => !page.Text.Contains($"`{id}`", StringComparison.Ordinal))
            .Select(id => page.At(
                1, $"The case '{id}' is judged otherwise than recorded, which the page does not say.", "Explain it there."));
        return missing.Concat(unexplained);
    }

    private static HashSet<string> TestsOf(SourceTree tree) =>
        [.. from file in tree.CSharp
            where file.IsIn("tests") && file.Name.EndsWith("Tests.cs", StringComparison.Ordinal)
            from type in file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
            from name in type.Members.OfType<MethodDeclarationSyntax>()
                .Select(method => $"{type.Identifier.Text}.{method.Identifier.Text}").Append(type.Identifier.Text)
            select name];

    private static IEnumerable<string> IdsOf(SourceFile file) => file.Lines
        .Where(line => line.Length > 0)
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);

    [GeneratedRegex(@"`(\w+Tests(?:\.\w+)?|(?:async|connected|process|rolling|watermarks|windows)-[\w-]+)`")]
    private static partial Regex Named();
}
