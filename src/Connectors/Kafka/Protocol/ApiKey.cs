namespace Akka.Flink.Connectors.Kafka;

/// <summary>What can be asked of a broker.</summary>
internal enum ApiKey : short
{
    Fetch = 1,
    Metadata = 3,
    FindCoordinator = 10,
    SaslHandshake = 17,
    EndTxn = 26,
    SaslAuthenticate = 36,
    DescribeTransactions = 65,
    ListTransactions = 66,
}
