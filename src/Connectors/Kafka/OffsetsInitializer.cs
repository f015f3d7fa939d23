namespace Akka.Flink.Connectors.Kafka;

/// <summary>Where in its partitions a source begins, or ends.</summary>
/// <remarks>
/// <para><b>State.</b> Asked once, when the job starts afresh: a job that goes on from a checkpoint goes on at the offsets in it.</para>
/// <para><b>Flink.</b> <c>OffsetsInitializer</c>.</para>
/// </remarks>
public abstract class OffsetsInitializer
{
    private protected OffsetsInitializer()
    {
    }

    /// <summary>The first record that is still there.</summary>
    public static OffsetsInitializer Earliest { get; } = new EdgeOffsets(isLatest: false);

    /// <summary>Behind the last record; for a reader of committed transactions, behind the last one that is committed.</summary>
    public static OffsetsInitializer Latest { get; } = new EdgeOffsets(isLatest: true);

    /// <summary>What the broker does when an offset to go on from is no longer there, unless the property <c>auto.offset.reset</c>
    /// says.</summary>
    internal abstract string AutoOffsetReset { get; }

    /// <summary>Whether it asks for what a consumer group has committed.</summary>
    internal virtual bool NeedsGroup => false;

    /// <summary>The first record whose timestamp is not before a time; where there is none, behind the last one.</summary>
    /// <param name="timestampMs">Milliseconds since the epoch; not negative.</param>
    /// <returns>The initializer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timestampMs"/> is negative.</exception>
    public static OffsetsInitializer Timestamp(long timestampMs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(timestampMs);
        return new TimestampOffsets(timestampMs);
    }

    /// <summary>What the consumer group has committed.</summary>
    /// <param name="fallback">For partitions of which it has not committed anything; null to fail there.</param>
    /// <returns>The initializer.</returns>
    public static OffsetsInitializer CommittedOffsets(OffsetsInitializer? fallback = null) => new CommittedOffsetsInitializer(fallback);

    /// <summary>Given offsets.</summary>
    /// <param name="offsets">An offset for each partition.</param>
    /// <param name="fallback">For partitions without one; null for <see cref="Earliest"/> where a source begins, and for
    /// <see cref="Latest"/> where it ends.</param>
    /// <returns>The initializer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An offset is negative.</exception>
    public static OffsetsInitializer Offsets(IReadOnlyDictionary<KafkaPartition, long> offsets, OffsetsInitializer? fallback = null)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        foreach (var offset in offsets.Values)
            ArgumentOutOfRangeException.ThrowIfNegative(offset, nameof(offsets));
        return new GivenOffsets(new Dictionary<KafkaPartition, long>(offsets), fallback);
    }

    /// <summary>Finds the offsets.</summary>
    /// <param name="partitions">Of which partitions.</param>
    /// <param name="cluster">Where they are.</param>
    /// <param name="isEnd">Whether they are where reading ends.</param>
    /// <param name="offsets">Receives an offset for each partition.</param>
    internal abstract void Resolve(
        IReadOnlyList<KafkaPartition> partitions, KafkaCluster cluster, bool isEnd, Dictionary<KafkaPartition, long> offsets);
}
