namespace Akka.Flink.Architecture.Tests.Rules.Layers;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

/// <summary>
/// No code and no project asks which provider of Akka it stands on: what differs between the two is a bug of one of them.
/// </summary>
public sealed partial class ProviderIsInvisible : IRule
{
    private const string Todo = "Write code that is right on either provider; only eng/, build.sh and docs know that there are two.";

    public IEnumerable<Violation> Check(SourceTree tree) =>
        tree.Files.Where(file => file.IsCSharp).SelectMany(InCode).Concat(tree.Files.Where(IsProject).SelectMany(InProject));

    private static bool IsProject(SourceFile file) => file.Extension is ".csproj" or ".conf";

    private static IEnumerable<Violation> InCode(SourceFile file)
    {
        foreach (var directive in file.Root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia)))
            yield return file.At(directive, $"Conditional compilation: {directive.ToString().Trim()}.", Todo);

        foreach (var token in file.Root.DescendantTokens().Where(token => Provider().IsMatch(token.Text) && !IsThisRule(file)))
            yield return file.At(token, $"The provider is named: {token.Text}.", Todo);
    }

    private static bool IsThisRule(SourceFile file) => file.Name.StartsWith(nameof(ProviderIsInvisible), StringComparison.Ordinal);

    private static IEnumerable<Violation> InProject(SourceFile file) =>
        from line in file.Lines.Index()
        where Provider().IsMatch(line.Item)
        select file.At(line.Index + 1, $"The provider is named: {line.Item.Trim()}", Todo);

    [GeneratedRegex("AkkaProvider|OfficialContractRun")]
    private static partial Regex Provider();
}
