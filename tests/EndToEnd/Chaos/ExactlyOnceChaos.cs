namespace Akka.Flink.EndToEnd.Tests.Chaos;

using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>Two million clicks from Kafka to Kafka, exactly once: twenty kills, fifteen of them with transactions that are written and not
/// committed. Who reads what is committed sees each window once.</summary>
internal static class ExactlyOnceChaos
{
    private const int Clicks = 2_000_000;
    private const int PlainKills = 5;
    private const int PendingKills = 15;

    public static async Task<bool> RunAsync()
    {
        if (KafkaPack.Missing is { } missing)
        {
            Console.WriteLine($"Not run: {missing}");
            return false;
        }

        using var folder = new TemporaryFolder();
        using var broker = new Broker();
        var job = new ExactlyOnceClicks(folder.Path, broker)
        {
            ClicksAStart = Clicks / PendingKills / 1_000 * 1_000 + 1_000,   // each of these kills has some to itself
            PlainKills = PlainKills,
            PendingKills = PendingKills,
            Say = Console.WriteLine,
        };

        var (written, result) = await job.RunAsync();

        var verdict = new Verdict();
        verdict.Check(job.Clicks >= Clicks, $"{job.Clicks:N0} clicks");
        verdict.Check(job.Kills.Pending >= PendingKills, $"{job.Kills.Pending + job.Kills.Plain} kills, {job.Kills.Pending} of them with " +
            "transactions pending that the next process committed");
        verdict.Check(
            !job.Expected.Except(written).Any(),
            $"{job.Expected.Count} windows are expected, {job.Expected.Except(written).Count()} missing");
        verdict.Check(!written.Except(job.Expected).Any(), $"{written.Except(job.Expected).Count()} windows are wrong");
        verdict.Check(written.Count == written.Distinct().Count(), $"{written.Count - written.Distinct().Count()} rows are there twice");
        verdict.Check(result.ExitCode == 3, $"Ctrl-C stopped the job with a last checkpoint, exit code {result.ExitCode}");
        return verdict.Holds;
    }
}
