namespace Akka.Flink.Jobs.Results;

using Akka.Flink.Jobs.Checkpoints;
using Akka.Flink.Jobs.Cli;
using Akka.Flink.Jobs.Latency;
using Akka.Flink.Jobs.Table;

/// <summary>Takes all figures and writes the page that holds them.</summary>
internal static class ResultsPage
{
    private const string Plots = "plots";

    private static readonly string[] CheckpointedJobs = ["window", "running"];

    /// <summary>Takes them and writes the page.</summary>
    /// <param name="path">The page.</param>
    /// <param name="provider">Which Akka.NET this was built on; null where nobody said.</param>
    /// <param name="note">A remark on how they were taken; null for none.</param>
    /// <returns>Whether all checksums were right.</returns>
    public static bool Write(string path, string? provider, string? note)
    {
        using var page = new StringWriter { NewLine = "\n" };
        page.WriteLine("# Results");
        page.WriteLine();
        page.WriteLine(
            "Written by `./build.sh bench results`; what the figures mean is told in [performance.md](../docs/internals/performance.md).");
        page.WriteLine();
        foreach (var line in Machine.Describe(provider))
            page.WriteLine(line);
        if (note is not null)
            page.WriteLine($"- Note: {note}");

        var isRight = Section(page, "Jobs on actors beside a hand-written loop in one thread", OptionsOf([], [], null));
        isRight &= Section(
            page, "The same with a checkpoint each second", OptionsOf(CheckpointedJobs, [1_000], TimeSpan.FromSeconds(1)));
        isRight &= Latencies(page, path);
        File.WriteAllText(path, page.ToString());
        Console.WriteLine($"Written: {path}");
        return isRight;
    }

    private static bool Latencies(StringWriter page, string path)
    {
        var plots = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Plots);
        Begin(page, "From the end of a window to its result, windows of 20 ms, 1,000 keys");
        LatencyRun.Run(LatencyCommand.Default(plots), page);
        Show(page, "latency.svg");
        Show(page, "latency-1000000.svg");
        Begin(page, "Checkpoints: 10 million keys, 200,000 events/s, a checkpoint each 5 s to the local disk");
        var hasReport = CheckpointRun.Run(CheckpointCommand.Default(plots), page);
        Show(page, "checkpoints-over-time.svg");
        Show(page, "checkpoints.svg");
        return hasReport;
    }

    private static void Show(StringWriter page, string plot)
    {
        page.WriteLine();
        page.WriteLine($"![{Path.GetFileNameWithoutExtension(plot)}]({Plots}/{plot})");
    }

    private static void Begin(StringWriter page, string title)
    {
        Console.WriteLine($"{title} ...");
        page.WriteLine();
        page.WriteLine($"## {title}");
        page.WriteLine();
    }

    private static bool Section(StringWriter page, string title, TableOptions options)
    {
        Begin(page, title);
        return TableRun.Run(options, new MarkdownTable(page)).All(row => row.IsRight);
    }

    private static TableOptions OptionsOf(IReadOnlyList<string> jobs, IReadOnlyList<long> keys, TimeSpan? checkpointInterval) => new(
        jobs, null, keys, [], UsesActors: true, checkpointInterval, IsJson: false);
}
