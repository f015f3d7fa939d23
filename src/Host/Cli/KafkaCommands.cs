namespace Akka.Flink.Host.Cli;

using System.CommandLine;
using System.Globalization;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Host.Embedded;

/// <summary>What <c>akka-flink kafka</c> understands.</summary>
internal static class KafkaCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Adds the command.</summary>
    /// <param name="root">To which.</param>
    public static void AddTo(RootCommand root) =>
        root.Subcommands.Add(new Command("kafka", "Looks after what jobs leave in Kafka.") { Transactions() });

    private static Command Transactions()
    {
        var brokers = new Option<string>("--bootstrap-servers")
        {
            Description = "Where the cluster is found.", HelpName = "host:port,...", Required = true,
        };
        var prefix = new Option<string>("--prefix")
        {
            Description = "The sink's TransactionalIdPrefix.", HelpName = "PREFIX", Required = true,
        };
        var abort = new Option<bool>("--abort")
        {
            Description = "Aborts what is found. The job must not run, nor go on later: what a checkpoint of it holds would be lost.",
        };
        var properties = new Option<string[]>("--property")
        {
            Description = "A property of librdkafka, such as security.protocol=sasl_ssl.", HelpName = "name=value",
        };
        var command = new Command("transactions", "Lists the open transactions of an exactly-once sink, and aborts them.")
        {
            brokers, prefix, abort, properties,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(
                ToProperties(parsed.GetValue(brokers)!, parsed.GetValue(properties) ?? []),
                parsed.GetValue(prefix)!,
                parsed.GetValue(abort),
                cancellation),
            cancellation));
        return command;
    }

    private static Dictionary<string, string> ToProperties(string brokers, string[] assignments)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal) { ["bootstrap.servers"] = brokers };
        foreach (var assignment in assignments)
        {
            var split = assignment.IndexOf('=', StringComparison.Ordinal);
            if (split < 1)
                throw CliErrors.NoAssignment(assignment);
            properties[assignment[..split]] = assignment[(split + 1)..];
        }

        return properties;
    }

    private static int Run(Dictionary<string, string> properties, string prefix, bool aborts, CancellationToken cancellation)
    {
        var lingering = new LingeringTransactions(new TransactionCoordinators(properties, Patience, cancellation), prefix);
        var found = lingering.Find(_ => true);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var transaction in found)
        {
            var began = DateTimeOffset.FromUnixTimeMilliseconds(transaction.StartMs);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{transaction.TransactionalId}: open for {(now - began).TotalSeconds:0} s, since {began:u}; aborted by the brokers " +
                $"after {transaction.TimeoutMs / 1000} s; holds back {string.Join(", ", transaction.Partitions)}"));
            if (aborts)
                Console.WriteLine(lingering.Abort(transaction) ? "  aborted" : "  has ended by itself");
        }

        Console.WriteLine(found.Count == 0
            ? $"No open transactions with the prefix '{prefix}'."
            : $"{found.Count} open {(found.Count == 1 ? "transaction" : "transactions")} with the prefix '{prefix}'.");
        return (int)ExitCode.Finished;
    }
}
