namespace Akka.Flink.Architecture.Tests.Rules.Calls;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>A handler of an actor gives no answer by accident: <c>Receive&lt;T&gt;(x =&gt; _set.Add(x))</c> is the overload whose answer
/// says whether the message was handled, and one that answers false is unhandled.</summary>
/// <remarks>Found by what the handler looks like: an expression of truth, a method that is declared to answer with one in a type of the
/// same name, or a well-known one of the library.</remarks>
public sealed class HandlersAreNoQuestions : IRule
{
    private static readonly string[] Registrations = ["Receive", "Command", "Recover"];

    private static readonly string[] OfTheLibrary =
    [
        "Add", "Remove", "RemoveWhere", "Contains", "ContainsKey", "ContainsValue", "Equals", "Any", "All", "Set", "Reset", "IsSubsetOf",
    ];

    private static readonly SyntaxKind[] Truths =
    [
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LogicalAndExpression,
        SyntaxKind.LogicalOrExpression, SyntaxKind.LogicalNotExpression, SyntaxKind.IsExpression, SyntaxKind.IsPatternExpression,
        SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression,
    ];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var files = tree.CSharp.Where(file => file.IsIn("src", "akka", "tests", "samples") && !file.IsGenerated).ToList();
        var questions = files.SelectMany(QuestionsOf).ToHashSet();
        return files.SelectMany(file => Check(file, questions));
    }

    private static IEnumerable<Violation> Check(SourceFile file, HashSet<(string Type, string Method)> questions) =>
        from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.ArgumentList.Arguments.Count == 1 && IsRegistration(call.Expression)
        let answer = AnswerOf(call.ArgumentList.Arguments[0].Expression)
        where answer is not null && IsQuestion(answer, TypeOf(call), questions)
        select file.At(call, $"A handler answers with '{answer}', which says whether the message was handled.",
            "Write a block, { ...; }, if that is not meant; or a block that returns it, if it is.");

    private static bool IsRegistration(ExpressionSyntax called) =>
        called is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } name && Registrations.Contains(name.Identifier.Text);

    private static ExpressionSyntax? AnswerOf(ExpressionSyntax handler) => handler switch
    {
        LambdaExpressionSyntax lambda => lambda.ExpressionBody,
        IdentifierNameSyntax method => method,
        _ => null,
    };

    private static bool IsQuestion(ExpressionSyntax answer, string type, HashSet<(string Type, string Method)> questions) => answer switch
    {
        ParenthesizedExpressionSyntax inner => IsQuestion(inner.Expression, type, questions),
        AssignmentExpressionSyntax assignment => IsQuestion(assignment.Right, type, questions),
        ConditionalExpressionSyntax choice => IsQuestion(choice.WhenTrue, type, questions),
        IdentifierNameSyntax method => questions.Contains((type, method.Identifier.Text)),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax own } => questions.Contains((type, own.Identifier.Text)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => IsOfTheLibrary(member.Name.Identifier.Text),
        _ => Truths.Contains(answer.Kind()),
    };

    private static bool IsOfTheLibrary(string method) =>
        OfTheLibrary.Contains(method) || (method.StartsWith("Try", StringComparison.Ordinal) && method.Length > 3);

    private static string TypeOf(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text ?? "";

    private static IEnumerable<(string Type, string Method)> QuestionsOf(SourceFile file) =>
        from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword }
        select (TypeOf(method), method.Identifier.Text);
}
