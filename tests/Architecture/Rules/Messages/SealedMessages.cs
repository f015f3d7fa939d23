namespace Akka.Flink.Architecture.Tests.Rules.Messages;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Messages are values: sealed records in a protocol, sealed wherever they cross nodes.</summary>
public sealed class SealedMessages : CSharpRule
{
    private const string WireMessage = "IWireMessage";

    protected override bool AppliesTo(SourceFile file) => file.IsIn("src");

    protected override IEnumerable<Violation> Check(SourceFile file)
    {
        foreach (var type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => !IsValueOrInterface(type)))
        {
            var isSealed = type.Modifiers.Any(SyntaxKind.SealedKeyword);
            if (IsInProtocol(type) && !(type is RecordDeclarationSyntax && isSealed))
            {
                yield return file.At(type.Identifier, $"The message {type.Identifier.Text} is no sealed record.",
                    "Declare it as 'public sealed record': a message is a value, and nobody derives from it.");
            }
            else if (IsWireMessage(type) && !isSealed)
            {
                yield return file.At(type.Identifier, $"{type.Identifier.Text} crosses nodes and is not sealed.",
                    "Seal it: its manifest names exactly one type.");
            }
        }
    }

    private static bool IsValueOrInterface(TypeDeclarationSyntax type) =>
        type is InterfaceDeclarationSyntax or StructDeclarationSyntax || type.IsKind(SyntaxKind.RecordStructDeclaration);

    private static bool IsInProtocol(TypeDeclarationSyntax type) =>
        type.Parent is ClassDeclarationSyntax outer
        && outer.Modifiers.Any(SyntaxKind.StaticKeyword)
        && outer.Identifier.Text.EndsWith("Protocol", StringComparison.Ordinal);

    private static bool IsWireMessage(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(parent => parent.Type.ToString().Split('.')[^1] == WireMessage) == true;
}
