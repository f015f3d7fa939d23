namespace Akka.Flink.Runtime;

/// <summary>The checkpoint is durable for the whole job: commit. Answered by <see cref="CheckpointCommitted"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
internal sealed record NotifyCheckpointComplete(AttemptId Attempt, long Number) : ITaskMessage;
