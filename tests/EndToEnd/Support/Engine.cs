namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Diagnostics;
using System.Reflection;
using Akka.Flink.Shared.Repository;

/// <summary>The command line of this checkout.</summary>
internal static class Engine
{
    private static readonly string Configuration =
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Release";

    private static readonly string Program = Built("src", "Host", "Akka.Flink.Host.dll");

    /// <summary>The assembly with the programs that fail.</summary>
    public static string Programs { get; } = Built("tests", "EndToEnd.Programs", "Akka.Flink.EndToEnd.Programs.dll");

    /// <summary>The assembly of a sample.</summary>
    /// <param name="name">Its name.</param>
    public static string Sample(string name) => Built("samples", name, name + ".dll");

    /// <summary>Starts <c>akka-flink</c>.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    public static EngineProcess Start(string folder, params string[] arguments) => new(Command(folder, arguments));

    /// <summary>Runs <c>akka-flink</c> to its end.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<EngineResult> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.WaitForEndAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>What starts it.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Command(string folder, params string[] arguments) => new("dotnet", [Program, .. arguments])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public static string Built(string area, string project, string assembly) =>
        RepositoryRoot.At(area, project, "bin", Configuration, $"net{Environment.Version.Major}.0", assembly);
}
