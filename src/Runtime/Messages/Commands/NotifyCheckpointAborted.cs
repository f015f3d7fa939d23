namespace Akka.Flink.Runtime;

/// <summary>The checkpoint will not complete: release what is blocked for it. Its chunks stay in the chain.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
internal sealed record NotifyCheckpointAborted(AttemptId Attempt, long Number) : ITaskMessage;
