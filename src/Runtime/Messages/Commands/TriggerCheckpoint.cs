namespace Akka.Flink.Runtime;

/// <summary>To tasks with sources: take a checkpoint now and send its barrier on. Others take it when the barrier has come on all
/// channels.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint's number.</param>
/// <param name="Kind">What happens behind the barrier.</param>
/// <param name="IsBase">Whether keyed state is to be written whole.</param>
/// <param name="Splits">The number of the last splits that the enumerator had assigned to this reader before it gave its own part: the
/// task waits for those, and those behind them belong to the next checkpoint.</param>
internal record TriggerCheckpoint(AttemptId Attempt, long Number, CheckpointKind Kind, bool IsBase, long Splits) : ITaskMessage;
