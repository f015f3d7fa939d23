namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>A method fits on a screen.</summary>
public sealed class MethodSize : CSharpRule
{
    private const int MaxLines = 60;

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let span = node.SyntaxTree.GetLineSpan(node.Span)
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > MaxLines
        select file.At(node, $"{Name(node)} has {lines} lines; {MaxLines} is the most.",
            "Take out the steps that have a name of their own.");

    private static string Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        _ => "A member",
    };
}
