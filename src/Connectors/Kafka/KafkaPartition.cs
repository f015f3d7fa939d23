namespace Akka.Flink.Connectors.Kafka;

/// <summary>A partition of a topic.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Partition">The partition's number, from 0.</param>
public readonly record struct KafkaPartition(string Topic, int Partition)
{
    /// <summary>The partition as Kafka's tools write it.</summary>
    /// <returns>As in <c>clicks-3</c>.</returns>
    public override string ToString() => $"{Topic}-{Partition}";
}
