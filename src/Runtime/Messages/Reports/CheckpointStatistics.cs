namespace Akka.Flink.Runtime;

/// <summary>How long a subtask's part of a checkpoint took, in milliseconds, and how much it wrote.</summary>
/// <param name="AlignmentMs">From the first barrier to the last.</param>
/// <param name="SyncMs">While no record was processed.</param>
/// <param name="AsyncMs">From there until everything was durable.</param>
/// <param name="WrittenBytes">Handed to the store for this checkpoint.</param>
/// <param name="IsBase">Whether any keyed state was written whole.</param>
internal sealed record CheckpointStatistics(long AlignmentMs, long SyncMs, long AsyncMs, long WrittenBytes, bool IsBase);
