namespace Akka.Flink;

/// <summary>A generator that takes the timestamps of a batch at once, because records alone never make it emit.</summary>
internal interface IBatchWatermarkGenerator
{
    /// <summary>Takes timestamps.</summary>
    /// <param name="timestampsMs">Milliseconds since the epoch.</param>
    void OnBatch(ReadOnlySpan<long> timestampsMs);
}
