namespace Akka.Flink.Chaos.Tests.Ledger;

using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>Where transfers come from and where results go.</summary>
internal sealed class LedgerTopics
{
    public const int Partitions = 4;

    private readonly string _brokers;

    public LedgerTopics(Broker broker)
    {
        _brokers = broker.Address;
        broker.NewTopic(Partitions, Transfers);
        broker.NewTopic(Partitions, Bookings);
        broker.NewTopic(Partitions, Statements);
    }

    public string Transfers => "transfers";

    public string Bookings => "bookings";

    public string Statements => "statements";

    /// <summary>What the job is told.</summary>
    /// <param name="orders">The folder for orders to fail.</param>
    public IReadOnlyList<string> Arguments(string orders) =>
    [
        "--brokers", _brokers, "--transfers", Transfers, "--bookings", Bookings, "--statements", Statements,
        "--period-ms", $"{TransferSequence.PeriodMs}", "--orders", orders,
    ];
}
