namespace Akka.Flink.EndToEnd.Tests.Chaos;

using System.Diagnostics;
using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>Two million clicks from Kafka to Kafka: the broker is killed and started again in the middle, the process is killed five
/// times. No window is missing or wrong, and none comes twice but for kills.</summary>
internal static class KafkaChaos
{
    private const int Kills = 5;
    private const int Partitions = 4;
    private const int KillOfTheBroker = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<bool> RunAsync()
    {
        if (KafkaPack.Missing is { } missing)
        {
            Console.WriteLine($"Not run: {missing}");
            return false;
        }

        using var folder = new TemporaryFolder();
        using var broker = new Broker();
        var clicks = new ClickTopic();
        Console.WriteLine("Writing 2,000,000 clicks into 4 partitions ...");
        clicks.Fill(broker, 2_000_000, Partitions);
        var resumptions = new List<Resumption>();
        var random = new Random();
        for (var kill = 1; kill <= Kills; kill++)
            resumptions.AddRange(await RunAndKillAsync(folder.Path, broker, kill, random));

        using var last = Start(folder.Path, broker);
        var written = await UntilAllAsync(broker, clicks.Expected);
        last.Signal("INT");
        var result = await last.WaitForEndAsync(Patience);
        return Judge(clicks.Expected, written, [.. resumptions, .. Resumption.ReadAll(result.Error)], result);
    }

    private static EngineProcess Start(string folder, Broker broker) =>
        ClickJob.Start(folder, broker.Address, "at-least-once", "-D", "execution.checkpointing.interval=300ms");

    private static async Task<IReadOnlyList<Resumption>> RunAndKillAsync(string folder, Broker broker, int kill, Random random)
    {
        using var process = Start(folder, broker);
        await process.WaitForLineAsync("First checkpoint of attempt", Patience);
        if (kill == KillOfTheBroker)
        {
            broker.Kill();
            Console.WriteLine("The broker was killed.");
            await process.EndsWithinAsync(TimeSpan.FromSeconds(3));
            broker.Restart();
            Console.WriteLine("The broker is back.");
        }

        await process.EndsWithinAsync(TimeSpan.FromSeconds(1.5) * random.NextDouble());
        process.Kill();
        var resumptions = Resumption.ReadAll((await process.WaitForEndAsync(Patience)).Error);
        Console.WriteLine($"kill {kill}: from checkpoint {resumptions[0].Checkpoint}");
        return resumptions;
    }

    // At-least-once: a window may come again, but each must have come.
    private static async Task<IReadOnlyList<PageRow>> UntilAllAsync(Broker broker, IReadOnlyList<PageRow> expected)
    {
        var began = Stopwatch.GetTimestamp();
        var deadline = TimeSpan.FromMinutes(5);
        while (true)
        {
            ClickTopic.EndWindows(broker, Partitions);
            var written = await Task.Run(() => ClickTopic.Written(broker));
            if (expected.Except(written).FirstOrDefault() is null || Stopwatch.GetElapsedTime(began) > deadline)
                return written;
        }
    }

    private static bool Judge(
        IReadOnlyList<PageRow> expected, IReadOnlyList<PageRow> written, IReadOnlyList<Resumption> resumptions, EngineResult result)
    {
        var verdict = new Verdict();
        var (missing, wrong) = (expected.Except(written).Count(), written.Except(expected).Count());
        var checkpoints = resumptions.Select(each => each.Checkpoint).ToList();
        verdict.Check(missing == 0, $"{expected.Count} windows are expected, {missing} are missing");
        verdict.Check(wrong == 0, $"{wrong} windows are wrong");
        Console.WriteLine($"       {written.Count - written.Distinct().Count()} rows came again, after {Kills} kills");
        verdict.Check(checkpoints.SequenceEqual(checkpoints.Order()), $"checkpoints resumed from rise: {string.Join(", ", checkpoints)}");
        verdict.Check(result.ExitCode == 3, $"Ctrl-C stopped the job with a last checkpoint, exit code {result.ExitCode}");
        return verdict.Holds;
    }
}
