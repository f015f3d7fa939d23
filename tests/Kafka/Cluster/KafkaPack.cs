namespace Akka.Flink.Kafka.Tests.Cluster;

using System.Diagnostics;
using System.Runtime.CompilerServices;
using Akka.Flink.Shared.Repository;

/// <summary>The broker that lies beside the checkout, in <c>../shared/kafka</c>, and its tools.</summary>
internal static class KafkaPack
{
    private const string LibraryVariable = "AKKA_FLINK_LIBRDKAFKA";

    private static readonly string Folder = RepositoryRoot.At("..", "shared", "kafka");
    private static readonly string Script = Path.Combine(Folder, "kafka");

    /// <summary>Why there is no broker on this machine; null when there is one.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Runs the script.</summary>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote.</returns>
    public static string Run(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Script, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{Script}' could not be started.");
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"'kafka {string.Join(' ', arguments)}' ended with {process.ExitCode}: {errors.Result}");
    }

    [ModuleInitializer]
    internal static void UseItsLibrary()
    {
        var library = Path.Combine(Folder, "native", "linux-x64", "librdkafka.so");
        if (Environment.GetEnvironmentVariable(LibraryVariable) is null && File.Exists(library))
            Environment.SetEnvironmentVariable(LibraryVariable, library);
    }

    private static string? FindMissing()
    {
        if (!File.Exists(Script))
            return $"There is no Kafka broker beside this checkout: '{Script}' does not exist.";
        return HasJava() ? null : "The Kafka broker beside this checkout needs Java 17: set JAVA_HOME, or install openjdk-17-jre-headless.";
    }

    private static bool HasJava()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home)
            folders = [Path.Combine(home, "bin")];
        return folders.Any(folder => File.Exists(Path.Combine(folder, "java")));
    }
}
