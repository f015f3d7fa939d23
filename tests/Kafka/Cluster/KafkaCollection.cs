namespace Akka.Flink.Kafka.Tests.Cluster;

/// <summary>The tests that share a broker.</summary>
[CollectionDefinition(Name)]
public sealed class KafkaCollection : ICollectionFixture<Broker>
{
    public const string Name = "kafka";
}
