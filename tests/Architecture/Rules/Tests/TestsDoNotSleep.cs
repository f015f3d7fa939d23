namespace Akka.Flink.Architecture.Tests.Rules.Tests;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>A test waits for a condition, never for a time: the one is as fast as the machine, the other too short or too long.</summary>
/// <remarks>
/// A delay is accepted in the loop of a helper whose name says that it polls: <c>WaitUntil</c>, <c>Eventually</c>, <c>PollFor</c>.
/// </remarks>
public sealed class TestsDoNotSleep : CSharpRule
{
    private static readonly string[] Polling = ["Wait", "Await", "Poll", "Eventually", "Until"];

    protected override bool AppliesTo(SourceFile file) => file.IsIn("tests");

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        let target = call.Expression.ToString()
        where target.EndsWith("Thread.Sleep", StringComparison.Ordinal) || IsSleepingDelay(call, target)
        select file.At(call, $"{target} in a test.", "Wait for the condition, with a deadline, in a helper that polls.");

    private static bool IsSleepingDelay(InvocationExpressionSyntax call, string target) =>
        target.EndsWith("Task.Delay", StringComparison.Ordinal)
        && call.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax
        && !call.ArgumentList.ToString().Contains("Infinite", StringComparison.Ordinal)
        && !(IsInLoop(call) && Polling.Any(word => MethodAround(call).Contains(word, StringComparison.Ordinal)));

    private static bool IsInLoop(SyntaxNode node) =>
        node.Ancestors().Any(above => above is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax);

    private static string MethodAround(SyntaxNode node) => node.Ancestors().Select(above => above switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        _ => null,
    }).FirstOrDefault(name => name is not null) ?? "";
}
