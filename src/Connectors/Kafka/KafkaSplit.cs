namespace Akka.Flink.Connectors.Kafka;

using Akka.Flink.Sources;

/// <summary>A partition that a reader reads, with how far it was read.</summary>
/// <param name="SplitId">The partition as Kafka's tools write it, as in <c>clicks-3</c>.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="Partition">The partition's number, from 0.</param>
/// <param name="NextOffset">The offset of the next record to read.</param>
/// <param name="StoppingOffset">The offset before which reading ends; null when it does not end.</param>
/// <remarks><para><b>Flink.</b> <c>KafkaPartitionSplit</c>.</para></remarks>
public sealed record KafkaSplit(string SplitId, string Topic, int Partition, long NextOffset, long? StoppingOffset) : ISourceSplit
{
    /// <inheritdoc/>
    public string Describe() => StoppingOffset is { } end
        ? $"{Topic}, partition {Partition} at offset {NextOffset} of {end}"
        : $"{Topic}, partition {Partition} at offset {NextOffset}";

    internal static KafkaSplit Of(KafkaPartition partition, long nextOffset, long? stoppingOffset) =>
        new(partition.ToString(), partition.Topic, partition.Partition, nextOffset, stoppingOffset);
}
