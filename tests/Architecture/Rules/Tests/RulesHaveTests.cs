namespace Akka.Flink.Architecture.Tests.Rules.Tests;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Every rule of the page of semantics has a test that carries its id as a trait, and every such trait names a rule.</summary>
public sealed partial class RulesHaveTests : IRule
{
    private const string Page = "docs/internals/semantics.md";

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        if (tree.Find(Page) is not { } page)
            return [];

        var traits = tree.CSharp.Where(file => file.IsIn("tests") && file.Text.Contains("\"rule\"", StringComparison.Ordinal))
            .SelectMany(TraitsOf).ToList();
        var rules = page.Lines.Select((text, index) => (Id: RuleRow().Match(text).Groups[1].Value, Line: index + 1))
            .Where(rule => rule.Id.Length > 0).ToList();
        return rules.Where(rule => traits.All(trait => trait.Id != rule.Id))
            .Select(rule => page.At(rule.Line, $"Rule {rule.Id} has no test.", $"Give one that shows it [Trait(\"rule\", \"{rule.Id}\")]."))
            .Concat(traits.Where(trait => rules.All(rule => rule.Id != trait.Id))
                .Select(trait => trait.File.At(
                    trait.Node, $"{Page} has no rule {trait.Id}.", "State the rule there, or correct the trait.")));
    }

    private static IEnumerable<(string Id, SourceFile File, SyntaxNode Node)> TraitsOf(SourceFile file) =>
        from attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "Trait" && attribute.ArgumentList?.Arguments.Count == 2
        let arguments = attribute.ArgumentList!.Arguments.Select(each => each.Expression).OfType<LiteralExpressionSyntax>().ToList()
        where arguments is [{ Token.ValueText: "rule" }, _] && arguments[1].IsKind(SyntaxKind.StringLiteralExpression)
        select (arguments[1].Token.ValueText, file, (SyntaxNode)attribute);

    [GeneratedRegex(@"^\| ([A-Z]\d+) \|")]
    private static partial Regex RuleRow();
}
