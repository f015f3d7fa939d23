namespace Akka.Flink.Architecture.Tests.Rules.Words;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>What is committed is finished: nothing is marked to be done later, and no member pretends to exist.</summary>
public sealed partial class NoLooseEnds : IRule
{
    private const string Todo = "Do it now, or take it out.";

    public IEnumerable<Violation> Check(SourceTree tree) =>
        tree.CSharp.AsParallel().AsOrdered().SelectMany(file => Comments(file).Concat(Stubs(file))).AsSequential()
            .Concat(tree.Files.Where(file => !file.IsCSharp && !file.IsIn("tests/Architecture")).SelectMany(Lines));

    private static IEnumerable<Violation> Comments(SourceFile file) =>
        from trivia in file.Root.DescendantTrivia()
        where IsComment(trivia) && Mark().IsMatch(trivia.ToString())
        select file.At(trivia, $"A loose end: {trivia.ToString().Trim()}", Todo);

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind()
        is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static IEnumerable<Violation> Stubs(SourceFile file) =>
        from creation in file.Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        let type = creation.Type.ToString().Split('.')[^1]
        where type == "NotImplementedException" || type == "NotSupportedException" && file.IsIn("akka") && IsStub(creation)
        select file.At(creation, $"A member that only throws {type}.",
            "Write it, or leave the member out: code that needs it must not compile.");

    // An override that explains itself refuses what its base class offers; anything else that the slice of Akka lacks has to be absent.
    private static bool IsStub(ObjectCreationExpressionSyntax creation) =>
        IsWholeBody(creation)
        && !(creation.ArgumentList?.Arguments.Count > 0
            && creation.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.Modifiers.Any(SyntaxKind.OverrideKeyword));

    private static bool IsWholeBody(SyntaxNode creation) => creation.Parent switch
    {
        ThrowExpressionSyntax { Parent: ArrowExpressionClauseSyntax body } => IsMember(body.Parent),
        ThrowStatementSyntax { Parent: BlockSyntax { Statements.Count: 1 } body } => IsMember(body.Parent),
        _ => false,
    };

    private static bool IsMember(SyntaxNode? node) => node is MemberDeclarationSyntax or AccessorDeclarationSyntax;

    private static IEnumerable<Violation> Lines(SourceFile file) =>
        from line in file.Lines.Index()
        where Mark().IsMatch(line.Item) && !Rule().IsMatch(line.Item)
        select file.At(line.Index + 1, $"A loose end: {line.Item.Trim()}", Todo);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Mark();

    // The style guide may say that there are none.
    [GeneratedRegex(@"\b[Nn]o TODO\b")]
    private static partial Regex Rule();
}
