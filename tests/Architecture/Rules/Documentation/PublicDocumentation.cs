namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Every public member of the product says what it does, what each parameter means and what comes back.</summary>
/// <remarks>
/// A summary that itself names the result ("The range of one subtask.", "Whether ... lies in it.") needs no returns, and one that
/// refers to a parameter by paramref needs no param for it. An override or an implementation may inherit its documentation.
/// </remarks>
public sealed class PublicDocumentation : CSharpRule
{
    private static readonly string[] NamesTheResult =
    [
        "The", "A", "An", "All", "Any", "Both", "Each", "Every", "How", "One", "This", "Those",
        "What", "When", "Where", "Whether", "Which", "Whose",
    ];

    protected override bool AppliesTo(SourceFile file) => file.IsIn("src");

    protected override IEnumerable<Violation> Check(SourceFile file)
    {
        foreach (var member in file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsSeen))
        {
            var documentation = MemberDocumentation.Of(member);
            if (documentation.IsInherited || documentation.IsOnAnotherPart(member))
                continue;
            var name = MemberNames.Of(member);
            if (!documentation.HasSummary)
                yield return file.At(member, $"{name} has no summary.", "Say in one sentence what it does for the caller.");
            foreach (var parameter in Parameters(member).Where(parameter => !documentation.Explains(parameter)))
                yield return file.At(member, $"Parameter '{parameter}' of {name} is not documented.", "Say its unit, bounds and default.");
            if (Returns(member) && documentation is { HasSummary: true, HasReturns: false }
                && !NamesTheResult.Contains(documentation.FirstWord))
                yield return file.At(member, $"What {name} returns is not documented.",
                    "Add <returns>, or let the summary name the result.");
        }
    }

    private static bool IsSeen(MemberDeclarationSyntax member) =>
        member is not (BaseNamespaceDeclarationSyntax or EnumMemberDeclarationSyntax)
        && member is not (GlobalStatementSyntax or DestructorDeclarationSyntax)
        && !member.Modifiers.Any(SyntaxKind.OverrideKeyword)
        && IsVisible(member)
        && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(IsVisible);

    private static bool IsVisible(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword)
        || member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(SyntaxKind.PrivateKeyword)
        || member.Parent is InterfaceDeclarationSyntax && !member.Modifiers.Any(SyntaxKind.PrivateKeyword);

    private static IEnumerable<string> Parameters(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
        DelegateDeclarationSyntax type => type.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
        TypeDeclarationSyntax { ParameterList: { } list } => list.Parameters.Select(parameter => parameter.Identifier.ValueText),
        _ => [],
    };

    private static bool Returns(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.ReturnType.ToString() is not ("void" or "Task" or "ValueTask"),
        DelegateDeclarationSyntax type => type.ReturnType.ToString() != "void",
        _ => false,
    };
}
