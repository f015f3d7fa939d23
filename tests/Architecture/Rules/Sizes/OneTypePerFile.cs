namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>One top-level type a file, and the file has its name.</summary>
/// <remarks>
/// <c>Type.Aspect.cs</c> is a part of the type. Types of one name that differ in type parameters share a file. So may tiny related
/// ones: a record, delegate, enum or marker of a few lines beside the type that it belongs to.
/// </remarks>
public sealed partial class OneTypePerFile : CSharpRule
{
    private const int TinyLines = 6;

    protected override bool AppliesTo(SourceFile file) => !file.IsIn("samples");

    protected override IEnumerable<Violation> Check(SourceFile file)
    {
        var types = Members(file.Root.Members)
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToList();
        if (types.Count == 0)
            return [];

        var fileType = Arity().Replace(file.Name.Split('.')[0], "");
        if (!types.Any(type => Name(type) == fileType))
            return [file.At(types[0], $"The type {Name(types[0])} lies in {file.Name}.",
                $"Call the file {Name(types[0])}.cs, or {Name(types[0])}.Aspect.cs.")];

        return types
            .Where(type => Name(type) != fileType && !IsTiny(type))
            .Select(type => file.At(type, $"{Name(type)} shares the file of {fileType}.", $"Move it to {Name(type)}.cs."));
    }

    private static IEnumerable<MemberDeclarationSyntax> Members(SyntaxList<MemberDeclarationSyntax> members) =>
        members.SelectMany(member => member is BaseNamespaceDeclarationSyntax space ? Members(space.Members) : [member]);

    private static string Name(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
        DelegateDeclarationSyntax declaration => declaration.Identifier.Text,
        _ => "",
    };

    private static bool IsTiny(MemberDeclarationSyntax type)
    {
        var span = type.SyntaxTree.GetLineSpan(type.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line < TinyLines;
    }

    // Option{T}, Option`1, OptionOfT: spellings of generic arity in file names.
    [GeneratedRegex(@"\{.*|`\d+|OfT\w*$")]
    private static partial Regex Arity();
}
