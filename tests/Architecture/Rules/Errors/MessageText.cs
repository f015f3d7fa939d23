namespace Akka.Flink.Architecture.Tests.Rules.Errors;

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Finds the message of an error in the method that makes it.</summary>
internal static partial class MessageText
{
    private const string Value = "…";

    /// <summary>The first sentence of the longest text that something is constructed with; null when there is none.</summary>
    public static string? Of(MethodDeclarationSyntax method)
    {
        var text = method.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => creation.ArgumentList is not null)
            .SelectMany(creation => creation.ArgumentList!.Arguments)
            .Select(argument => TextOf(argument.Expression))
            .OfType<string>()
            .MaxBy(each => each.Length);
        return text is null ? null : FirstSentence(Values().Replace(text, Value).Trim());
    }

    private static string FirstSentence(string text)
    {
        var end = SentenceEnd().Match(text);
        return (end.Success ? text[..(end.Index + end.Length)] : text).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(
            part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : Value)),
        ParenthesizedExpressionSyntax inner => TextOf(inner.Expression),
        BinaryExpressionSyntax sum => (TextOf(sum.Left), TextOf(sum.Right)) switch
        {
            (null, null) => null,
            var (left, right) => (left ?? Value) + (right ?? Value),
        },
        _ => null,
    };

    // What a cause says ends a sentence, too.
    [GeneratedRegex(@"(\.|: …)(?= [A-Z…])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("…+")]
    private static partial Regex Values();
}
