namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Control flow nests three deep at most; a chain of else-ifs counts once, a local function anew.</summary>
public sealed class NestingDepth : CSharpRule
{
    private const int MaxDepth = 3;

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where IsControl(node) && Depth(node) == MaxDepth + 1
        select file.At(node, $"Control flow nested {MaxDepth + 1} deep.", "Leave early, or take the inner part out into a method.");

    private static int Depth(SyntaxNode node) =>
        node.AncestorsAndSelf().TakeWhile(above => above is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax)).Count(IsControl);

    private static bool IsControl(SyntaxNode node) => node switch
    {
        IfStatementSyntax => node.Parent is not ElseClauseSyntax,
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
        SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax => true,
        UsingStatementSyntax => node.Parent is not UsingStatementSyntax,
        _ => false,
    };
}
