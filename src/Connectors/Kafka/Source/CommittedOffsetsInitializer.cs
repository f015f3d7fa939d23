namespace Akka.Flink.Connectors.Kafka;

/// <summary>What the consumer group has committed.</summary>
/// <param name="fallback">For partitions without; null to fail.</param>
internal sealed class CommittedOffsetsInitializer(OffsetsInitializer? fallback) : OffsetsInitializer
{
    internal override string AutoOffsetReset => fallback?.AutoOffsetReset ?? "error";

    internal override bool NeedsGroup => true;

    internal override void Resolve(
        IReadOnlyList<KafkaPartition> partitions, KafkaCluster cluster, bool isEnd, Dictionary<KafkaPartition, long> offsets)
    {
        cluster.CommittedOffsets(partitions, offsets);
        List<KafkaPartition> without = [];
        foreach (var partition in partitions)
        {
            if (!offsets.ContainsKey(partition))
                without.Add(partition);
        }

        if (without.Count == 0)
            return;

        if (fallback is null)
            throw KafkaErrors.NothingCommitted(cluster.GroupId, without[0], without.Count - 1);
        fallback.Resolve(without, cluster, isEnd, offsets);
    }
}
