namespace Akka.Flink.Architecture.Tests.Rules.Repository;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>
/// The solution holds every project, and every project that it names exists: what is not in it is neither built nor tested.
/// </summary>
public sealed partial class SolutionIsComplete : IRule
{
    private const string Solution = "Akka.Flink.sln";

    private static readonly string[] Folders = ["src", "akka", "tests", "samples", "benchmarks"];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var listed = (tree.Find(Solution)?.Lines ?? []).Index()
            .Select(line => (Line: line.Index + 1, Match: Project().Match(line.Item)))
            .Where(line => line.Match.Success)
            .Select(line => (line.Line, Path: line.Match.Groups[1].Value.Replace('\\', '/')))
            .ToList();
        var known = listed.Select(project => project.Path).ToHashSet();
        return listed
            .Where(project => !tree.Has(project.Path))
            .Select(project => new Violation(Solution, project.Line, $"{project.Path} is not there.", $"dotnet sln remove {project.Path}"))
            .Concat(tree.Files
                .Where(file => file.Extension == ".csproj" && file.IsIn(Folders) && !known.Contains(file.Path))
                .Select(file => file.At(1, "The solution does not hold this project.", $"dotnet sln add {file.Path}")));
    }

    [GeneratedRegex("""^Project\(.*"([^"]+\.csproj)",""")]
    private static partial Regex Project();
}
