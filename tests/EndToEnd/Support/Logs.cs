namespace Akka.Flink.EndToEnd.Tests.Support;

using Akka.Flink.Shared.Repository;

/// <summary>Access logs to read.</summary>
internal static class Logs
{
    /// <summary>The sample's own.</summary>
    public static string Own { get; } = RepositoryRoot.At("samples", "AccessLog", "data", "access.log");

    /// <summary>A real one beside the checkout; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>Writes a log with each line a number of times in a row.</summary>
    /// <param name="log">The log.</param>
    /// <param name="times">The number.</param>
    /// <param name="path">Where to.</param>
    /// <returns>How many lines it has.</returns>
    public static long Repeat(string log, int times, string path)
    {
        var lines = 0L;
        using var writer = new StreamWriter(path);
        foreach (var line in File.ReadLines(log))
        {
            for (var i = 0; i < times; i++, lines++)
                writer.WriteLine(line);
        }

        return lines;
    }

    private static string? FindShared()
    {
        var path = RepositoryRoot.At("..", "shared", "data", "access.log");
        return File.Exists(path) ? path : null;
    }
}
