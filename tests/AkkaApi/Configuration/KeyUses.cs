namespace Akka.Flink.AkkaApi.Tests.Configuration;

using System.Text.RegularExpressions;
using Akka.Flink.Shared.Hocon;
using Akka.Flink.Shared.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Finds the keys of Akka in configuration files and in the string literals of the code.</summary>
internal static partial class KeyUses
{
    private static readonly string[] Folders = ["akka", "src", "tests", "samples", "benchmarks", "config"];

    // The checkers hold bad samples on purpose.
    private static readonly string[] Checkers = ["tests/AkkaApi/", "tests/Architecture/", "tests/Shared/"];

    public static IReadOnlyList<KeyUse> InRepository() =>
        [.. Files().AsParallel().AsOrdered().SelectMany(path => In(path, File.ReadAllText(RepositoryRoot.At(path))))];

    public static IEnumerable<KeyUse> In(string path, string text) => path.EndsWith(".cs", StringComparison.Ordinal)
        ? InCode(path, text)
        : InHocon(path, text, firstLine: 1);

    private static IEnumerable<string> Files() => Folders
        .Select(folder => RepositoryRoot.At(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(path => Path.GetExtension(path) is ".cs" or ".conf" or ".hocon")
        .Concat(Directory.EnumerateFiles(RepositoryRoot.Path, "*.conf"))
        .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
        .Where(path => !BuildOutput().IsMatch(path) && !Checkers.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)));

    private static IEnumerable<KeyUse> InCode(string path, string text) =>
        from node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        let literal = Text(node)
        where literal is not null
        let line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        from use in KeyPath().IsMatch(literal)
            ? Own(literal) || FileName().IsMatch(literal) ? [] : [new KeyUse(path, line, literal)]
            : InHocon(path, literal, line)
        select use;

    private static string? Text(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(part =>
            part is InterpolatedStringTextSyntax piece ? piece.TextToken.ValueText : "chosen")),
        _ => null,
    };

    private static IEnumerable<KeyUse> InHocon(string path, string text, int firstLine) =>
        text.Contains("akka", StringComparison.Ordinal) && text.AsSpan().IndexOfAny('=', '{', ':') >= 0
            ? HoconScanner.Scan(text)
                .Where(entry => entry.Path is ["akka", _, ..] && !Own(entry.Key) && !entry.Path.Any(IsProse))
                .Select(entry => new KeyUse(path, firstLine + entry.Line - 1, entry.Key, entry.Value))
            : [];

    private static bool Own(string key) => key.StartsWith("akka.flink", StringComparison.Ordinal);

    // A segment with a space is a sentence that begins with a key, unless it is the name of a type with its assembly.
    private static bool IsProse(string segment) => segment.Contains(' ') && !segment.Contains(", ", StringComparison.Ordinal);

    [GeneratedRegex(@"^akka(\.[\w-]+)+$")]
    private static partial Regex KeyPath();

    // Also the names of transports, akka.tcp.
    [GeneratedRegex(@"^akka\.(conf|db|log|tcp|ssl|udp|trttl|\w+\.tcp)$")]
    private static partial Regex FileName();

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();
}
