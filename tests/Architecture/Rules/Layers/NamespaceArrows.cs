namespace Akka.Flink.Architecture.Tests.Rules.Layers;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>The names that code uses point the same way as the references of its project.</summary>
public sealed class NamespaceArrows : CSharpRule
{
    protected override bool AppliesTo(SourceFile file) => file.IsIn("src");

    protected override IEnumerable<Violation> Check(SourceFile file)
    {
        var layer = Layer.OfFile(file.Path)!;
        foreach (var node in file.Root.DescendantNodes(child => !IsFullName(child) && !IsDeclared(child)).Where(IsFullName))
        {
            var name = string.Concat(node.DescendantTokens().Select(token => token.Text)).Replace("global::", "");
            if (Layer.IsAkka(name) && !Layer.AllowsAkka(layer))
                yield return file.At(node, $"{layer} names {name}.", "Only Runtime, Testing and Host know actors.");
            else if (Layer.OfName(name) is { } to && !Layer.Allows(layer, to))
                yield return file.At(node, $"{layer} names {name}, against the direction of dependencies.", Layer.Describe(layer));
        }
    }

    // Of a namespace that is declared, the parts are no names that code uses either.
    private static bool IsDeclared(SyntaxNode node) => node is NameSyntax && node.Parent is BaseNamespaceDeclarationSyntax;

    private static bool IsFullName(SyntaxNode node) =>
        node is QualifiedNameSyntax or MemberAccessExpressionSyntax
        && node.GetFirstToken() is var first
        && (first.Text == "Akka" || first.Text == "global" && first.GetNextToken().GetNextToken().Text == "Akka")
        && node.Parent is not BaseNamespaceDeclarationSyntax;
}
