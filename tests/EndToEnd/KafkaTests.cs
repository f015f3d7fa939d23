namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Kafka.Tests.Cluster;
using Confluent.Kafka;

public sealed class KafkaTests : IDisposable
{
    private const int Partitions = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    [KafkaFact]
    public async Task A_broker_that_is_down_at_the_start_is_named()
    {
        using var process = ClickJob.Start(
            _folder.Path, "127.0.0.1:1", "at-least-once", "-D", "connectors.kafka.metadata-timeout=1s", "-D", "restart-strategy.type=none");

        var result = await process.WaitForEndAsync(Patience);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("127.0.0.1:1", result.Error, StringComparison.Ordinal);
    }

    [KafkaFact]
    public async Task Each_window_is_committed_once_though_the_process_is_killed_with_transactions_pending()
    {
        using var broker = new Broker();
        var job = new ExactlyOnceClicks(_folder.Path, broker) { ClicksAStart = 20_000, PlainKills = 1, PendingKills = 1 };

        var (written, result) = await job.RunAsync();

        Assert.True(result.ExitCode == 3, $"Exit code {result.ExitCode}:{Environment.NewLine}{result.Error}");
        Assert.True(job.Kills.Pending >= 1, $"{job.Kills}");
        Assert.Equal(
            job.Expected, written.OrderBy(row => row.WindowStart).ThenBy(row => row.PageUrl, StringComparer.Ordinal));
    }

    [KafkaFact]
    public async Task Each_window_is_committed_once_though_another_job_goes_on_from_a_savepoint()
    {
        using var broker = new Broker();
        var clicks = new ClickTopic();
        ClickTopic.Create(broker, Partitions);
        clicks.Write(broker, 20_000, Partitions, hour: 0);
        string[] options = ["-D", "execution.checkpointing.interval=200ms", "--savepoint-at-stop", "savepoints"];
        using (var first = ClickJob.Start(_folder.Path, broker.Address, "exactly-once", options))
        {
            await first.WaitForLineAsync("First checkpoint of attempt 1 is complete", Patience);
            first.Signal("TERM");
            var stopped = await first.WaitForEndAsync(Patience);
            Assert.True(stopped.ExitCode == 3, stopped.Error);
        }

        clicks.Write(broker, 20_000, Partitions, hour: 1);
        var savepoint = Assert.Single(Directory.GetDirectories(Path.Combine(_folder.Path, "savepoints")));
        using var second = ClickJob.Start(
            _folder.Path, broker.Address, "exactly-once", [.. options, "-D", "akka.flink.dir=elsewhere", "--from-savepoint", savepoint]);
        var deadline = DateTime.UtcNow + Patience;
        while (clicks.Expected.Except(ClickTopic.Written(broker, IsolationLevel.ReadCommitted)).Any() && DateTime.UtcNow < deadline)
        {
            ClickTopic.EndWindows(broker, Partitions, hours: 2);
            await second.EndsWithinAsync(TimeSpan.FromMilliseconds(100));
        }

        second.Signal("TERM");
        var result = await second.WaitForEndAsync(Patience);

        Assert.True(result.ExitCode == 3, result.Error);
        Assert.Equal(
            clicks.Expected,
            ClickTopic.Written(broker, IsolationLevel.ReadCommitted)
                .OrderBy(row => row.WindowStart).ThenBy(row => row.PageUrl, StringComparer.Ordinal));
    }

    [KafkaFact]
    public async Task Open_transactions_are_listed_and_aborted_by_command()
    {
        using var broker = new Broker();
        var topic = broker.NewTopic(1);
        using var producer = broker.OpenTransaction("left-2-0", topic);
        string[] command = ["kafka", "transactions", "--bootstrap-servers", broker.Address, "--prefix", "left"];

        var listed = await Engine.RunAsync(_folder.Path, command);
        var aborted = await Engine.RunAsync(_folder.Path, [.. command, "--abort"]);
        var after = await Engine.RunAsync(_folder.Path, command);

        Assert.Equal((0, 0, 0), (listed.ExitCode, aborted.ExitCode, after.ExitCode));
        Assert.Contains($"left-2-0: open for", listed.Output, StringComparison.Ordinal);
        Assert.Contains($"holds back {topic}-0", listed.Output, StringComparison.Ordinal);
        Assert.Contains("  aborted", aborted.Output, StringComparison.Ordinal);
        Assert.Contains("No open transactions with the prefix 'left'.", after.Output, StringComparison.Ordinal);
    }

    [KafkaFact]
    public async Task Windows_come_out_of_a_topic_though_the_broker_is_killed_and_a_missing_topic_is_named()
    {
        using var broker = new Broker();
        using (var early = ClickJob.Start(
            _folder.Path, broker.Address, "at-least-once", "-D", "restart-strategy.type=none", "-D", "akka.flink.dir=early"))
        {
            var missing = await early.WaitForEndAsync(Patience);
            Assert.Equal(1, missing.ExitCode);
            Assert.Contains("topic", missing.Error, StringComparison.OrdinalIgnoreCase);
            Assert.Matches($"{ClickTopic.Input}|{ClickTopic.Output}", missing.Error);   // whichever is asked for first
        }

        var clicks = new ClickTopic();
        clicks.Fill(broker, 20_000, 4);
        using var process = ClickJob.Start(_folder.Path, broker.Address, "at-least-once", "-D", "execution.checkpointing.interval=200ms");
        await process.WaitForLineAsync("First checkpoint of attempt 1 is complete", Patience);
        broker.Kill();
        broker.Restart();
        var deadline = DateTime.UtcNow + Patience;
        while (clicks.Expected.Except(ClickTopic.Written(broker)).Any() && DateTime.UtcNow < deadline)
        {
            ClickTopic.EndWindows(broker, 4);
            await process.EndsWithinAsync(TimeSpan.FromMilliseconds(100));
        }

        process.Signal("TERM");
        var result = await process.WaitForEndAsync(Patience);

        Assert.True(result.ExitCode == 3, $"Exit code {result.ExitCode}:{Environment.NewLine}{result.Error}");
        var missingRows = clicks.Expected.Except(ClickTopic.Written(broker)).ToList();
        Assert.True(missingRows.Count == 0, $"{missingRows.Count} windows are missing:{Environment.NewLine}{result.Error}");
        Assert.Equal(
            clicks.Expected,
            ClickTopic.Written(broker).Distinct().OrderBy(row => row.WindowStart).ThenBy(row => row.PageUrl, StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
