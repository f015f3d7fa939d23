namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>The offsets of checkpoints that are not complete yet.</summary>
/// <remarks><para><b>Threads.</b> The task's.</para></remarks>
internal sealed class OffsetCommits
{
    private readonly SortedDictionary<long, List<TopicPartitionOffset>> _byCheckpoint = [];
    private readonly Dictionary<TopicPartition, long> _committed = [];
    private readonly List<TopicPartitionOffset> _finished = [];

    /// <summary>Notes the offsets of a checkpoint.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <param name="partitions">What is being read.</param>
    public void Remember(long checkpointId, IEnumerable<AssignedPartition> partitions)
    {
        List<TopicPartitionOffset> offsets = [.. _finished];
        foreach (var partition in partitions)
            offsets.Add(new TopicPartitionOffset(partition.TopicPartition, partition.NextOffset));
        _byCheckpoint[checkpointId] = offsets;
    }

    /// <summary>Notes that a partition was read to its end.</summary>
    /// <param name="partition">The partition.</param>
    public void Finish(AssignedPartition partition) =>
        _finished.Add(new TopicPartitionOffset(partition.TopicPartition, partition.NextOffset));

    /// <summary>Takes the offsets of a checkpoint that is complete, and forgets those before it.</summary>
    /// <param name="checkpointId">Its number.</param>
    /// <returns>Those that changed since the last time; null when none did.</returns>
    public List<TopicPartitionOffset>? TakeUpTo(long checkpointId)
    {
        List<TopicPartitionOffset>? last = null;
        while (FirstUpTo(checkpointId) is { } first)
        {
            last = _byCheckpoint[first];
            _byCheckpoint.Remove(first);
        }

        if (last is null)
            return null;

        last.RemoveAll(offset => _committed.TryGetValue(offset.TopicPartition, out var before) && before == offset.Offset.Value);
        foreach (var offset in last)
            _committed[offset.TopicPartition] = offset.Offset.Value;
        return last.Count == 0 ? null : last;
    }

    private long? FirstUpTo(long checkpointId)
    {
        foreach (var id in _byCheckpoint.Keys)
            return id <= checkpointId ? id : null;
        return null;
    }
}
