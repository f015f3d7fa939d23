namespace Akka.Flink.Architecture.Tests.Rules.Words;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>No exception disappears without a word: an empty catch names the type and says why nothing is to be done.</summary>
public sealed class NoEmptyCatch : CSharpRule
{
    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from clause in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where clause.Block.Statements.Count == 0 && !IsExplained(clause)
        select file.At(clause, "An exception is swallowed.",
            "Handle it, log it, or name the expected type and say in a comment why it does not matter.");

    private static bool IsExplained(CatchClauseSyntax clause) =>
        clause.Declaration is not null
        && clause.Block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
}
