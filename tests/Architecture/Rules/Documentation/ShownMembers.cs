namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Code that a page takes from a file is what stands there: <c>&lt;!-- member: path#Name --&gt;</c> in front of a block names
/// the method that it shows.</summary>
public sealed partial class ShownMembers : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) =>
        from page in tree.Files
        where page.Extension == ".md"
        from shown in Shown().Matches(page.Text)
        let line = page.Text.AsSpan(0, shown.Index).Count('\n') + 1
        let what = Wrong(tree, shown.Groups[1].Value, shown.Groups[2].Value, shown.Groups[3].Value)
        where what is not null
        select page.At(line, what, "Take it over from the file, without the indentation of all its lines.");

    private static string? Wrong(SourceTree tree, string path, string name, string shown)
    {
        if (tree.Find(path) is not { } file)
            return $"There is no {path}.";

        var methods = file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>();
        if (methods.FirstOrDefault(method => method.Identifier.Text == name) is not { } found)
            return $"{path} has no method '{name}'.";

        return Unindented(found) == shown ? null : $"The code is not that of '{name}' in {path}.";
    }

    private static string Unindented(MethodDeclarationSyntax method)
    {
        var indent = method.GetLocation().GetLineSpan().StartLinePosition.Character;
        var lines = method.ToString().Split('\n');
        return string.Join('\n', lines.Select((line, index) => index == 0 ? line : line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"<!-- member: (\S+)#(\S+) -->\n(?:```\w+\n(.*?)\n```)?", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
