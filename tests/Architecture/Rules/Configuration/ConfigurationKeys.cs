namespace Akka.Flink.Architecture.Tests.Rules.Configuration;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Akka.Flink.Shared.Hocon;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>
/// Every key of <c>hocon.conf</c> is explained, read by a settings class and documented; and no code names a key that is not there.
/// </summary>
/// <remarks>
/// A settings class reads a key when it holds the key as a literal, or the key's end as one literal and its section as another:
/// <c>config.GetConfig("akka.flink.rest")</c> and <c>rest.GetInt("port")</c>.
/// </remarks>
public sealed partial class ConfigurationKeys : IRule
{
    public const string Defaults = "hocon.conf";

    private const string Prefix = "akka.flink.";
    private const string Page = "docs/configuration.md";

    internal static IReadOnlyList<HoconEntry> Keys(SourceTree tree) => tree.Find(Defaults) is { } file
        ? [.. HoconScanner.Scan(file.Text).Where(entry => entry.Key.StartsWith(Prefix, StringComparison.Ordinal))]
        : [];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        if (tree.Find(Defaults) is not { } defaults)
            return [];
        var keys = Keys(tree);
        var settings = tree.CSharp.Where(IsReader).ToList();
        var readers = settings.Select(file => Literals(file).Select(literal => literal.Text.Trim('.')).ToHashSet()).ToList();
        return keys.SelectMany(key => OfKey(tree, defaults, key, readers)).Concat(Unknown(tree, keys, settings));
    }

    // Connectors look keys up where they use them.
    private static bool IsReader(SourceFile file) => file.IsIn("src/Connectors")
        || (file.IsIn("src") && file.Name.EndsWith("Settings.cs", StringComparison.Ordinal));

    private static IEnumerable<Violation> OfKey(
        SourceTree tree, SourceFile defaults, HoconEntry key, IReadOnlyList<HashSet<string>> readers)
    {
        if (key.Comment.Length == 0)
            yield return defaults.At(key.Line, $"'{key.Key}' has no comment.",
                "Say above it its meaning, unit and bounds, and when to change it.");
        if (!readers.Any(literals => Reads(literals, key.Key)))
            yield return defaults.At(key.Line, $"Nothing reads '{key.Key}'.",
                "Read it in the settings class of its section, or remove it.");
        if (tree.Find(Page) is { } page && !page.Text.Contains(key.Key, StringComparison.Ordinal))
            yield return defaults.At(key.Line, $"{Page} does not name '{key.Key}'.", "Generate the page anew.");
    }

    private static bool Reads(HashSet<string> literals, string key)
    {
        if (literals.Contains(key) || literals.Contains(key[Prefix.Length..]))
            return true;
        var path = HoconPath.Split(key);
        return Enumerable.Range(2, path.Count - 2).Any(length =>
            literals.Contains(HoconPath.Join(path.Skip(length))) && Names(literals, HoconPath.Join(path.Take(length))));
    }

    private static bool Names(HashSet<string> literals, string section) => literals.Contains(section)
        || section.StartsWith(Prefix, StringComparison.Ordinal) && literals.Contains(section[Prefix.Length..]);

    private static IEnumerable<Violation> Unknown(SourceTree tree, IReadOnlyList<HoconEntry> keys, IEnumerable<SourceFile> settings)
    {
        var known = keys.SelectMany(key => Prefixes(key.Path)).ToHashSet();
        var errors = tree.CSharp.Where(file => file.IsIn("src") && file.Name.EndsWith("Errors.cs", StringComparison.Ordinal));
        return
            from file in settings.Concat(errors)
            from literal in Literals(file)
            from name in Key().Matches(literal.Text).Select(match => match.Value)
            where !known.Contains(name)
            select file.At(literal.Node, $"'{name}' is not in {Defaults}.",
                "Add it there with its default and a comment, or spell it as it stands there.");
    }

    private static IEnumerable<string> Prefixes(IReadOnlyList<string> path) =>
        Enumerable.Range(2, path.Count - 1).Select(length => HoconPath.Join(path.Take(length)));

    private static IEnumerable<(string Text, SyntaxNode Node)> Literals(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let text = node switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
            InterpolatedStringTextSyntax piece => piece.TextToken.ValueText,
            _ => null,
        }
        where text is not null
        select (text, node);

    [GeneratedRegex(@"\bakka\.flink(\.[a-z0-9-]+)+")]
    private static partial Regex Key();
}
