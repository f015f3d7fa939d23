namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>What a violation calls a member.</summary>
internal static class MemberNames
{
    public static string Of(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => "the constructor of " + constructor.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EventDeclarationSyntax @event => @event.Identifier.Text,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
        IndexerDeclarationSyntax => "the indexer",
        _ => "A member",
    };
}
