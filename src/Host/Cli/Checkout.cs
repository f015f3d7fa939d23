namespace Akka.Flink.Host.Cli;

using System.Diagnostics;
using System.Reflection;

/// <summary>The checkout that this program was built in: where its samples are.</summary>
internal static class Checkout
{
    private const string Marker = "Akka.Flink.sln";

    /// <summary>The assembly of a sample, built if it is older than its source.</summary>
    /// <param name="name">The sample's name.</param>
    /// <param name="note">Told what takes time.</param>
    /// <exception cref="UsageException">There is no such sample, or it does not build.</exception>
    public static string SampleAssembly(string name, Action<string> note)
    {
        var root = Find() ?? throw CliErrors.NoSamples(name);
        var samples = Directory.GetDirectories(Path.Combine(root, "samples"))
            .Select(folder => Path.GetFileName(folder))
            .Where(each => File.Exists(Project(root, each)))
            .Order()
            .ToList();
        var sample = samples.Find(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));
        if (sample is null)
            throw CliErrors.UnknownSample(name, samples);

        var folder = Path.Combine(root, "samples", sample);
        var assembly = Path.Combine(folder, "bin", Configuration, $"net{Environment.Version.Major}.0", sample + ".dll");
        if (IsStale(assembly, folder))
        {
            note($"Building sample {sample} ...");
            Build(sample, Project(root, sample));
        }

        return assembly;
    }

    /// <summary>The script that runs this program in its checkout; null outside of one.</summary>
    public static string? Script =>
        Find() is { } root && Path.Combine(root, "akka-flink") is var script && File.Exists(script) ? script : null;

    private static string Configuration =>
        typeof(Checkout).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Release";

    private static string Project(string root, string sample) => Path.Combine(root, "samples", sample, sample + ".csproj");

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        return null;
    }

    // The engine beneath is shared, so only what belongs to the sample counts.
    private static bool IsStale(string assembly, string folder)
    {
        if (!File.Exists(assembly))
            return true;

        var built = File.GetLastWriteTimeUtc(assembly);
        return Directory.EnumerateFiles(folder, "*.cs*").Any(source => File.GetLastWriteTimeUtc(source) > built);
    }

    private static void Build(string sample, string project)
    {
        string[] arguments = ["build", project, "-c", Configuration, "--nologo", "-v", "q", "-clp:NoSummary;ErrorsOnly"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw CliErrors.BuildFailed(sample, output);
    }
}
