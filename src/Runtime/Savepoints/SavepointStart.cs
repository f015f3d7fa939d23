namespace Akka.Flink.Runtime;

/// <summary>A savepoint that a job is to begin from.</summary>
/// <param name="Origin">Which.</param>
/// <param name="Checkpoint">What is in it, as a checkpoint whose chunks are in the savepoint's files.</param>
internal sealed record SavepointStart(SavepointOrigin Origin, CompletedCheckpoint Checkpoint);
