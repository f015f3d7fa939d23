namespace Akka.Flink.Jobs.Results;

using Akka.Flink.Jobs.Table;

/// <summary>Takes all figures and writes the page that holds them.</summary>
internal static class ResultsPage
{
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
        File.WriteAllText(path, page.ToString());
        Console.WriteLine($"Written: {path}");
        return isRight;
    }

    private static bool Section(StringWriter page, string title, TableOptions options)
    {
        Console.WriteLine($"{title} ...");
        page.WriteLine();
        page.WriteLine($"## {title}");
        page.WriteLine();
        return TableRun.Run(options, new MarkdownTable(page)).All(row => row.IsRight);
    }

    private static TableOptions OptionsOf(IReadOnlyList<string> jobs, IReadOnlyList<long> keys, TimeSpan? checkpointInterval) => new(
        jobs, null, keys, [], UsesActors: true, checkpointInterval, IsJson: false);
}
