namespace Akka.Flink.Architecture.Tests.Rules.Repository;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>Whoever opens the repository finds on its first page how to see it run and how to test it.</summary>
public sealed class ReadmeStartsHere : IRule
{
    private const string Readme = "README.md";

    private static readonly string[] Commands = ["./build.sh demo", "./build.sh test"];

    public IEnumerable<Violation> Check(SourceTree tree) => !tree.Has("build.sh") ? [] : Commands
        .Where(command => tree.Find(Readme)?.Text.Contains(command, StringComparison.Ordinal) != true)
        .Select(command => new Violation(Readme, 1, $"'{command}' is not named.", "Say on the first page what to type first."));
}
