namespace Akka.Flink.Runtime;

/// <summary>To tasks with sources: take a checkpoint now and send its barrier on. What the enumerator assigns behind this message belongs
/// to the next checkpoint. Others take it when the barrier has come on all channels.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint's number.</param>
/// <param name="Kind">What happens behind the barrier.</param>
/// <param name="IsBase">Whether keyed state is to be written whole.</param>
internal sealed record TriggerCheckpoint(AttemptId Attempt, long Number, CheckpointKind Kind, bool IsBase) : ITaskMessage;
