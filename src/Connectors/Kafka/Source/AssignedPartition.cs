namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>A partition that a reader reads.</summary>
/// <param name="split">The partition, with where reading begins and ends.</param>
/// <remarks>The task's thread owns <see cref="NextOffset"/>, the fetching thread <see cref="FetchOffset"/>; the rest never
/// changes.</remarks>
internal sealed class AssignedPartition(KafkaSplit split)
{
    public KafkaSplit Split { get; } = split;

    public TopicPartition TopicPartition { get; } = new(split.Topic, split.Partition);

    /// <summary>Before which reading ends.</summary>
    public long End { get; } = split.StoppingOffset ?? long.MaxValue;

    /// <summary>Behind the last record that was handed on.</summary>
    public long NextOffset { get; set; } = split.NextOffset;

    /// <summary>Behind the last record that was fetched.</summary>
    public long FetchOffset { get; set; } = split.NextOffset;
}
