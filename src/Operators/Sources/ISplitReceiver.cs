namespace Akka.Flink.Operators;

using Akka.Flink.Sources;

/// <summary>Where the splits of one subtask go: its source operator, or the way to it.</summary>
/// <typeparam name="TSplit">The type of splits.</typeparam>
internal interface ISplitReceiver<TSplit>
    where TSplit : ISourceSplit
{
    /// <summary>Takes splits that were assigned.</summary>
    /// <param name="splits">The splits.</param>
    void AddSplits(IReadOnlyList<TSplit> splits);

    /// <summary>Takes what the enumerator tells.</summary>
    /// <param name="data">What it tells.</param>
    void HandleSourceEvent(ReadOnlyMemory<byte> data);

    /// <summary>Learns how far the watermark may go.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void SetMaxWatermark(long watermarkMs);

    /// <summary>Learns that no more splits will come.</summary>
    void NoMoreSplits();
}
