namespace Akka.Flink.Jobs.Results;

using System.Diagnostics;
using System.Runtime.InteropServices;

/// <summary>Where and of what figures were taken.</summary>
internal static class Machine
{
    /// <summary>Processor, memory, system and runtime, as lines of a page.</summary>
    /// <param name="provider">Which Akka.NET this was built on; null where nobody said.</param>
    public static IEnumerable<string> Describe(string? provider)
    {
        var memoryGb = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        yield return $"- Machine: {Processor()}, {Environment.ProcessorCount} cores, {memoryGb:0} GB; {RuntimeInformation.OSDescription}; "
            + $"{RuntimeInformation.FrameworkDescription}, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} collector.";
        yield return $"- Load of the machine when it began: {Load()}.";
        yield return $"- Date: {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC.";
        yield return $"- Commit: {Commit()}.";
        yield return $"- Akka provider: {provider ?? "not told"}.";
    }

    private static string Processor() => ValueOf("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => File.Exists("/proc/loadavg")
        ? string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) + " over 1, 5 and 15 minutes"
        : "not known on this system";

    private static string Commit()
    {
        var hash = Git("rev-parse --short HEAD");
        if (hash.Length == 0)
            return "not known: no git here";

        return Git("status --porcelain -- src akka benchmarks").Length == 0 ? hash : $"{hash}, with changes";
    }

    private static string? ValueOf(string file, string name)
    {
        if (!File.Exists(file))
            return null;

        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith(name, StringComparison.Ordinal) && line.IndexOf(':', StringComparison.Ordinal) is var at and > 0)
                return line[(at + 1)..].Trim();
        }

        return null;
    }

    private static string Git(string arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var git = Process.Start(start);
            return git?.StandardOutput.ReadToEnd().Trim() ?? "";
        }
        catch (System.ComponentModel.Win32Exception)   // there is no such program
        {
            return "";
        }
    }
}
