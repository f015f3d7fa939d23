namespace Akka.Flink.Architecture.Tests.Rules.Calls;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>The product reads one clock for each node, a TimeProvider, so that a test or a simulation can turn it.</summary>
public sealed class ClocksAreTimeProviders : CSharpRule
{
    protected override bool AppliesTo(SourceFile file) => file.IsIn("src");

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Name.Identifier.Text is "Now" or "UtcNow" or "Today"
        where access.Expression.ToString().Split('.')[^1] is "DateTime" or "DateTimeOffset"
        select file.At(access, $"{access} reads the machine's clock.", "Take a TimeProvider and ask it.");
}
