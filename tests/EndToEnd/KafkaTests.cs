namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Kafka.Tests.Cluster;

public sealed class KafkaTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    [KafkaFact]
    public async Task A_broker_that_is_down_at_the_start_is_named()
    {
        using var process = ClickJob.Start(
            _folder.Path, "127.0.0.1:1", "-D", "connectors.kafka.metadata-timeout=1s", "-D", "restart-strategy.type=none");

        var result = await process.WaitForEndAsync(Patience);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("127.0.0.1:1", result.Error, StringComparison.Ordinal);
    }

    [KafkaFact]
    public async Task Exactly_once_to_Kafka_is_refused()
    {
        var result = await Engine.RunAsync(_folder.Path, "run", "Clickstream");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("connectors.kafka.delivery-guarantee", result.Error, StringComparison.Ordinal);
    }

    [KafkaFact]
    public async Task Windows_come_out_of_a_topic_though_the_broker_is_killed_and_a_missing_topic_is_named()
    {
        using var broker = new Broker();
        using (var early = ClickJob.Start(_folder.Path, broker.Address, "-D", "restart-strategy.type=none", "-D", "akka.flink.dir=early"))
        {
            var missing = await early.WaitForEndAsync(Patience);
            Assert.Equal(1, missing.ExitCode);
            Assert.Contains("topic", missing.Error, StringComparison.OrdinalIgnoreCase);
            Assert.Matches($"{ClickTopic.Input}|{ClickTopic.Output}", missing.Error);   // whichever is asked for first
        }

        var clicks = new ClickTopic();
        clicks.Fill(broker, 20_000, 4);
        using var process = ClickJob.Start(_folder.Path, broker.Address, "-D", "execution.checkpointing.interval=200ms");
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
