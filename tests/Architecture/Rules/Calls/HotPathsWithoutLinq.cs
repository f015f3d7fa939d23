namespace Akka.Flink.Architecture.Tests.Rules.Calls;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>No LINQ in the folders and files of <c>HotPaths.txt</c>: it allocates for each record.</summary>
/// <remarks>The names of the operators are looked for, since System.Linq is imported everywhere.</remarks>
public sealed class HotPathsWithoutLinq : IRule
{
    public const string List = "tests/Architecture/HotPaths.txt";

    private static readonly HashSet<string> Operators =
    [
        "Aggregate", "All", "Any", "Average", "Cast", "Concat", "Distinct", "First", "FirstOrDefault", "GroupBy", "Last", "LastOrDefault",
        "OfType", "OrderBy", "OrderByDescending", "Select", "SelectMany", "Single", "SingleOrDefault", "Skip", "Sum", "Take",
        "ToDictionary", "ToHashSet", "ToList", "Where", "Zip",
    ];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var hot = Paths(tree.Find(List)?.Text ?? "").ToList();
        return hot.Where(path => !tree.Has(path))
            .Select(path => new Violation(List, 1, $"'{path}' is not there.", "Remove the line, or correct it."))
            .Concat(tree.CSharp.Where(file => hot.Any(path => file.Path == path || file.IsIn(path))).SelectMany(Check));
    }

    private static IEnumerable<string> Paths(string list) =>
        list.Split('\n').Select(line => line.Split('#')[0].Trim().TrimEnd('/')).Where(line => line.Length > 0);

    private static IEnumerable<Violation> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where IsLinq(node)
        select file.At(node, $"LINQ on a hot path: {node.ToString().Split('\n')[0].Trim()}", "Write the loop.");

    private static bool IsLinq(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax { Name: { } name } => name.ToString() == "System.Linq",
        QueryExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Operators.Contains(access.Name.Identifier.Text),
        _ => false,
    };
}
