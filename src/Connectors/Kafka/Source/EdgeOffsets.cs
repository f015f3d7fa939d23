namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka.Admin;

/// <summary>The beginnings, or the ends, of partitions.</summary>
/// <param name="isLatest">Whether it is the ends.</param>
internal sealed class EdgeOffsets(bool isLatest) : OffsetsInitializer
{
    internal override string AutoOffsetReset => isLatest ? "latest" : "earliest";

    internal override void Resolve(
        IReadOnlyList<KafkaPartition> partitions, KafkaCluster cluster, bool isEnd, Dictionary<KafkaPartition, long> offsets) =>
        cluster.ListOffsets(partitions, isLatest ? OffsetSpec.Latest() : OffsetSpec.Earliest(), offsets);
}
