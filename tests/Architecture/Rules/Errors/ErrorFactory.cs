namespace Akka.Flink.Architecture.Tests.Rules.Errors;

using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>One error that the product can give: a method of a class <c>...Errors</c>.</summary>
/// <param name="Name">Class and method, <c>StateErrors.NoCurrentKey</c>.</param>
/// <param name="Domain">The <c>ErrorDomain</c> it carries; a dash where it has none.</param>
/// <param name="Message">The first sentence of its message, with an ellipsis for each value.</param>
/// <param name="File">Where it is.</param>
/// <param name="Method">Its method.</param>
public sealed record ErrorFactory(string Name, string Domain, string Message, SourceFile File, MethodDeclarationSyntax Method)
{
    private const string NoDomain = "–";

    /// <summary>All errors in the source of the product.</summary>
    public static IEnumerable<ErrorFactory> In(SourceTree tree) =>
        from file in tree.CSharp
        where file.IsIn("src") && !file.IsGenerated && file.Name.EndsWith("Errors.cs", StringComparison.Ordinal)
        from type in file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.Identifier.Text.EndsWith("Errors", StringComparison.Ordinal)
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        let message = MessageText.Of(method)
        where message is not null
        select new ErrorFactory($"{type.Identifier.Text}.{method.Identifier.Text}", DomainOf(method), message, file, method);

    /// <summary>The row that documents it, with the last two cells to be written.</summary>
    public string Row => $"| `{Name}` | {Domain} | {Message} | ... | ... |";

    private static string DomainOf(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .FirstOrDefault(access => access.Expression.ToString() == "ErrorDomain")?.Name.Identifier.Text ?? NoDomain;
}
