namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>The documentation comment of one member, taken apart.</summary>
internal sealed class MemberDocumentation
{
    private readonly IReadOnlyList<XmlNodeSyntax> _nodes;

    private MemberDocumentation(IReadOnlyList<XmlNodeSyntax> nodes) => _nodes = nodes;

    public bool HasSummary => Elements("summary").Any();

    public bool HasReturns => Elements("returns").Any();

    public bool IsInherited => _nodes.Any(node => TagOf(node) == "inheritdoc");

    /// <summary>The first word of the summary.</summary>
    public string FirstWord => Elements("summary").Select(TextOf).FirstOrDefault("").Trim().Split(' ', ',', '.')[0];

    public static MemberDocumentation Of(SyntaxNode member) => new([.. member.GetLeadingTrivia()
        .Where(trivia => trivia.HasStructure)
        .Select(trivia => trivia.GetStructure())
        .OfType<DocumentationCommentTriviaSyntax>()
        .SelectMany(comment => comment.DescendantNodes().OfType<XmlNodeSyntax>())
        .Where(node => node is XmlElementSyntax or XmlEmptyElementSyntax)]);

    /// <summary>The elements that say nothing: no text and nothing referred to.</summary>
    public IEnumerable<XmlElementSyntax> Empty() => _nodes.OfType<XmlElementSyntax>()
        .Where(element => TextOf(element).Trim().Length == 0 && !element.DescendantNodes().OfType<XmlEmptyElementSyntax>().Any());

    public bool Explains(string parameter) => _nodes.Any(node =>
        TagOf(node) is "param" or "paramref" && NameOf(node) == parameter);

    /// <summary>Whether the type is partial and this part says nothing, or only what it holds, because another part documents the
    /// type.</summary>
    public bool IsOnAnotherPart(MemberDeclarationSyntax member) =>
        _nodes.All(node => TagOf(node) == "content") && member is TypeDeclarationSyntax && member.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string TagOf(XmlNodeSyntax node) => node switch
    {
        XmlElementSyntax element => element.StartTag.Name.LocalName.ValueText,
        XmlEmptyElementSyntax element => element.Name.LocalName.ValueText,
        _ => "",
    };

    private static string? NameOf(XmlNodeSyntax node)
    {
        var attributes = node is XmlElementSyntax element ? element.StartTag.Attributes : ((XmlEmptyElementSyntax)node).Attributes;
        return attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.ValueText;
    }

    private static string TextOf(XmlElementSyntax element) => string.Concat(element.Content.SelectMany(node => node.DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.XmlTextLiteralToken)).Select(token => token.ValueText));

    private IEnumerable<XmlElementSyntax> Elements(string tag) => _nodes.OfType<XmlElementSyntax>().Where(element => TagOf(element) == tag);
}
