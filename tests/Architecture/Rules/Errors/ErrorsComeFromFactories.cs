namespace Akka.Flink.Architecture.Tests.Rules.Errors;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Texts of errors stand together in the <c>...Errors</c> class of their area, where they stay alike and are documented.</summary>
public sealed class ErrorsComeFromFactories : CSharpRule
{
    protected override bool AppliesTo(SourceFile file) => file.IsIn("src") && !file.Name.EndsWith("Errors.cs", StringComparison.Ordinal);

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from thrown in file.Root.DescendantNodes().Where(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
        from creation in thrown.ChildNodes().OfType<BaseObjectCreationExpressionSyntax>()
        where creation.ArgumentList?.Arguments.Any(argument => HasText(argument.Expression)) == true
        select file.At(thrown, $"{creation.ToString().Split('\n')[0]} has its text here.", "Make it in the ...Errors class of its area.");

    private static bool HasText(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().Any(node => node.IsKind(SyntaxKind.StringLiteralExpression)
            || node.IsKind(SyntaxKind.InterpolatedStringExpression));
}
