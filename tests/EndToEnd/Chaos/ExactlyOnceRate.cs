namespace Akka.Flink.EndToEnd.Tests.Chaos;

using System.Globalization;
using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>What exactly once costs: the same records into Kafka at least once and exactly once, in turn, with a checkpoint a
/// second.</summary>
internal static class ExactlyOnceRate
{
    private const int Records = 3_000_000;
    private const int Rounds = 3;
    private const double Least = 0.7;

    public static async Task<bool> RunAsync()
    {
        if (KafkaPack.Missing is { } missing)
        {
            Console.WriteLine($"Not run: {missing}");
            return false;
        }

        using var broker = new Broker();
        var ratios = new List<double>();
        for (var round = 0; round <= Rounds; round++)   // the first one warms the broker up
        {
            var (once, twice) = (await RunAsync(broker, "exactly-once"), await RunAsync(broker, "at-least-once"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"exactly once {Records / once:N0}/s, at least once {Records / twice:N0}/s, ratio {twice / once:0.00}"));
            if (round > 0)
                ratios.Add(twice / once);
        }

        ratios.Sort();
        var verdict = new Verdict();
        verdict.Check(
            ratios[ratios.Count / 2] >= Least,
            string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios[ratios.Count / 2]:0.00} of {Rounds}, {Least} at least"));
        return verdict.Holds;
    }

    private static async Task<double> RunAsync(Broker broker, string guarantee)
    {
        using var folder = new TemporaryFolder();
        var topic = broker.NewTopic(2);
        var start = Engine.Command(
            folder.Path, "run", Engine.Programs, "--class", "KafkaWritingJob", "-D", $"connectors.kafka.delivery-guarantee={guarantee}",
            "--", "--brokers", broker.Address, "--topic", topic, "--count", Records.ToString(CultureInfo.InvariantCulture));
        using var process = new EngineProcess(start);
        var result = await process.WaitForEndAsync(TimeSpan.FromMinutes(5));
        var said = result.Output.Split('\n').FirstOrDefault(line => line.StartsWith("seconds ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The job ended with {result.ExitCode}:{Environment.NewLine}{result.Error}");
        return double.Parse(said["seconds ".Length..], CultureInfo.InvariantCulture);
    }
}
