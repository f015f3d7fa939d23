namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka.Admin;

/// <summary>The first records at or after a time.</summary>
/// <param name="timestampMs">Milliseconds since the epoch.</param>
internal sealed class TimestampOffsets(long timestampMs) : OffsetsInitializer
{
    internal override string AutoOffsetReset => "error";

    internal override void Resolve(
        IReadOnlyList<KafkaPartition> partitions, KafkaCluster cluster, bool isEnd, Dictionary<KafkaPartition, long> offsets)
    {
        cluster.ListOffsets(partitions, OffsetSpec.ForTimestamp(timestampMs), offsets);
        List<KafkaPartition> without = [];
        foreach (var partition in partitions)
        {
            if (!offsets.TryGetValue(partition, out var offset) || offset < 0)
                without.Add(partition);
        }

        if (without.Count > 0)
            Latest.Resolve(without, cluster, isEnd, offsets);
    }
}
