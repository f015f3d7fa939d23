namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Akka.Flink.Shared.Repository;

/// <summary>The built assemblies of what uses the slice: the product, its samples and benchmarks, and the contract tests.</summary>
internal static class OutsideAssemblies
{
    private static readonly string[] Folders = ["src", "samples", "benchmarks", "tests/AkkaContract"];

    /// <summary>One path for each project that has been built in the configuration of this test.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Folders.Select(folder => RepositoryRoot.At(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
        .Select(Built)
        .OfType<string>()];

    private static string? Built(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var bin = Path.Combine(Path.GetDirectoryName(project)!, "bin", output.Parent!.Name, output.Name);
        var name = Path.GetFileNameWithoutExtension(project);
        return !Directory.Exists(bin) ? null : Directory.EnumerateFiles(bin, "*.dll")
            .FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) is var file
                && (file == name || file == $"Akka.Flink.{name}" || file == $"Akka.Flink.{name}.Tests"));
    }
}
