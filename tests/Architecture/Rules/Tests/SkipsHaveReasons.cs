namespace Akka.Flink.Architecture.Tests.Rules.Tests;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>A test that is skipped says why, and what would let it run.</summary>
public sealed class SkipsHaveReasons : CSharpRule
{
    private const int ShortestReason = 15;

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from argument in file.Root.DescendantNodes().OfType<AttributeArgumentSyntax>()
        where argument.NameEquals?.Name.Identifier.Text == "Skip"
        where argument.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText.Trim().Length < ShortestReason
        select file.At(argument, $"{argument} gives no reason.", "Say what is missing where it is skipped, or let it run.");
}
