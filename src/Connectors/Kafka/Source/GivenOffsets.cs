namespace Akka.Flink.Connectors.Kafka;

/// <summary>Offsets that a program gave.</summary>
/// <param name="given">An offset for each partition.</param>
/// <param name="fallback">For other partitions.</param>
internal sealed class GivenOffsets(Dictionary<KafkaPartition, long> given, OffsetsInitializer? fallback) : OffsetsInitializer
{
    internal override string AutoOffsetReset => fallback?.AutoOffsetReset ?? "earliest";

    internal override bool NeedsGroup => fallback is { NeedsGroup: true };

    internal override void Resolve(
        IReadOnlyList<KafkaPartition> partitions, KafkaCluster cluster, bool isEnd, Dictionary<KafkaPartition, long> offsets)
    {
        List<KafkaPartition> others = [];
        foreach (var partition in partitions)
        {
            if (given.TryGetValue(partition, out var offset))
                offsets[partition] = offset;
            else
                others.Add(partition);
        }

        if (others.Count > 0)
            (fallback ?? (isEnd ? Latest : Earliest)).Resolve(others, cluster, isEnd, offsets);
    }
}
