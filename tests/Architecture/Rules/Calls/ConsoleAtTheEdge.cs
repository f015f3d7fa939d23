namespace Akka.Flink.Architecture.Tests.Rules.Calls;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Only the command line and the print sink write to the console; the rest logs.</summary>
public sealed class ConsoleAtTheEdge : CSharpRule
{
    protected override bool AppliesTo(SourceFile file) =>
        file.IsIn("src") && !file.IsIn("src/Host") && !file.Path.EndsWith("/PrintSink.cs", StringComparison.Ordinal);

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Expression.ToString() is "Console" or "System.Console"
        select file.At(access, $"{access} outside Host and the print sink.", "Log it, or return it to the caller.");
}
