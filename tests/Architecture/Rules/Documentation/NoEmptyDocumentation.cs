namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>A documentation element either says something or is absent.</summary>
public sealed class NoEmptyDocumentation : CSharpRule
{
    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from member in file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
        from element in MemberDocumentation.Of(member).Empty()
        select file.At(element, $"Empty documentation: {element.ToString().Trim()}", "Write the sentence, or remove the element.");
}
