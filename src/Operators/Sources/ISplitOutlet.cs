namespace Akka.Flink.Operators;

/// <summary>The way to a reader in another task: splits travel as bytes.</summary>
internal interface ISplitOutlet
{
    /// <summary>Sends splits.</summary>
    /// <param name="splits">The splits, by the source's serializer.</param>
    void AssignSplits(IReadOnlyList<ReadOnlyMemory<byte>> splits);

    /// <summary>Sends what the enumerator tells, behind the splits.</summary>
    /// <param name="data">What it tells.</param>
    void SendSourceEvent(ReadOnlyMemory<byte> data);

    /// <summary>Says how far the watermark may go.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void SetMaxWatermark(long watermarkMs);

    /// <summary>Says that no more splits will come.</summary>
    void SignalNoMoreSplits();
}
