namespace Akka.Flink.Architecture.Tests.Rules.Calls;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>An actor of the runtime never waits: it holds a thread that other actors need, and its mailbox with it.</summary>
public sealed class ActorsDoNotBlock : IRule
{
    private static readonly string[] Bases =
    [
        "ActorBase", "UntypedActor", "ReceiveActor", "PersistentActor", "UntypedPersistentActor", "ReceivePersistentActor", "Eventsourced",
    ];

    private static readonly string[] Waits = ["Wait", "WaitAll", "WaitAny", "GetResult"];

    private static readonly string[] OutsideWorld = ["File", "Directory", "FileStream", "Socket", "TcpClient", "HttpClient"];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var classes = tree.CSharp
            .Where(file => file.IsIn("src/Runtime"))
            .SelectMany(file => file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>().Select(type => (File: file, Type: type)))
            .ToList();
        var actors = classes.Where(entry => IsActor(entry.Type)).Select(entry => entry.Type.Identifier.Text).ToHashSet();
        return classes
            .Where(entry => actors.Contains(entry.Type.Identifier.Text))
            .SelectMany(entry => entry.Type.DescendantNodes().Select(node => (entry.File, Node: node, Blocks: Blocking(node))))
            .Where(entry => entry.Blocks is not null)
            .Select(entry => entry.File.At(entry.Node, $"An actor uses {entry.Blocks}.",
                "Do the work outside and let it return by PipeTo(Self) as a private message."));
    }

    private static bool IsActor(ClassDeclarationSyntax type) => type.BaseList?.Types.Select(parent => Last(parent.Type))
        .Any(name => Bases.Contains(name) || name.EndsWith("Actor", StringComparison.Ordinal)) == true;

    private static string Last(SyntaxNode name) => name.ToString().Split('<')[0].Split('.')[^1];

    private static string? Blocking(SyntaxNode node) => node switch
    {
        LockStatementSyntax => "lock",
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Result", Parent: not InvocationExpressionSyntax } => ".Result",
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access when Waits.Contains(access.Name.Identifier.Text) =>
            access.Name + "()",
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Sleep" } access when Last(access.Expression) == "Thread" => "Thread.Sleep",
        MemberAccessExpressionSyntax access when OutsideWorld.Contains(access.Expression.ToString()) => access.ToString(),
        ObjectCreationExpressionSyntax creation when OutsideWorld.Contains(Last(creation.Type)) => $"new {Last(creation.Type)}",
        _ => null,
    };
}
