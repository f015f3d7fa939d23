namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

/// <summary>No regions: what they hide should be a type or a file. The documentation's snippets in samples are named by them.</summary>
public sealed class NoRegions : CSharpRule
{
    protected override bool AppliesTo(SourceFile file) => !file.IsIn("samples/Docs");

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from trivia in file.Root.DescendantTrivia()
        where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
        select file.At(trivia, $"A region: {trivia.ToString().Trim()}.", "Split the type instead, or remove the region.");
}
