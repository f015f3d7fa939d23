namespace Akka.Flink.Runtime;

using Akka.Actor;

// What the job master tells tasks, in the order of a task's life. One file: they are read together.

/// <summary>Phase 1: make the chain of a subtask and restore its state. Answered by <see cref="TaskDeployed"/> or
/// <see cref="TaskFailed"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Slot">Where it runs.</param>
/// <param name="Restore">What to restore; null to start afresh.</param>
internal sealed record DeployTask(AttemptId Attempt, SubtaskId Subtask, SlotId Slot, TaskRestore? Restore) : ITaskMessage;

/// <summary>What a subtask restores: already dealt out, so that it contains what falls to this subtask and no more than that, except for
/// keyed
/// state, of which the handles overlap with its key groups.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Operators">The parts by operator: elements dealt out; keyed handles of all subtasks that owned one of its key
/// groups.</param>
internal sealed record TaskRestore(CheckpointId Checkpoint, IReadOnlyList<OperatorRestore> Operators);

/// <summary>What an operator of a subtask restores.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Elements">Its elements.</param>
/// <param name="Keyed">Where its keyed state is.</param>
/// <param name="IsSameRange">Whether it is what this very subtask wrote: key groups have not moved, so the next checkpoint may hold changes
/// only.</param>
internal sealed record OperatorRestore(
    string Uid, IReadOnlyList<ReadOnlyMemory<byte>> Elements, IReadOnlyList<KeyedStateHandle> Keyed, bool IsSameRange);

/// <summary>Phase 2: where the peers of all channels are. Answered by <see cref="TaskConnected"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Peers">The tasks of all subtasks that this one sends to or receives from.</param>
internal sealed record ConnectTask(AttemptId Attempt, IReadOnlyDictionary<SubtaskId, IActorRef> Peers) : ITaskMessage;

/// <summary>Phase 3: open the operators and run. Answered by <see cref="TaskRunning"/>.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record RunTask(AttemptId Attempt) : ITaskMessage;

/// <summary>To tasks with sources: take a checkpoint now and send its barrier on. What the enumerator assigns behind this message belongs
/// to
/// the next checkpoint. Others take it when the barrier has come on all channels.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint's number.</param>
/// <param name="Kind">What happens behind the barrier.</param>
/// <param name="IsBase">Whether keyed state is to be written whole.</param>
internal sealed record TriggerCheckpoint(AttemptId Attempt, long Number, CheckpointKind Kind, bool IsBase) : ITaskMessage;

/// <summary>The checkpoint is durable for the whole job: commit. Answered by <see cref="CheckpointCommitted"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
internal sealed record NotifyCheckpointComplete(AttemptId Attempt, long Number) : ITaskMessage;

/// <summary>The checkpoint will not complete: release what is blocked for it. Its chunks stay in the chain.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
internal sealed record NotifyCheckpointAborted(AttemptId Attempt, long Number) : ITaskMessage;

/// <summary>Splits for the reader of a source.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Splits">The splits, by the source's serializer.</param>
internal sealed record AssignSplits(AttemptId Attempt, string Uid, IReadOnlyList<ReadOnlyMemory<byte>> Splits) : ITaskMessage;

/// <summary>No more splits will come for the reader of a source.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
internal sealed record NoMoreSplits(AttemptId Attempt, string Uid) : ITaskMessage;

/// <summary>The job master is still there. A task that has not heard it for <c>heartbeat.timeout</c> stops.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record RenewLease(AttemptId Attempt) : ITaskMessage;

/// <summary>Stop, whatever is going on: close the operators and say <see cref="TaskStopped"/>.</summary>
/// <param name="Attempt">The attempt.</param>
internal sealed record CancelTask(AttemptId Attempt) : ITaskMessage;

/// <summary>All is done and committed: close the operators and say <see cref="TaskStopped"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="CommitWithoutCheckpoint">Whether the job takes no checkpoints, so that what was prepared is committed now.</param>
internal sealed record FinishTask(AttemptId Attempt, bool CommitWithoutCheckpoint) : ITaskMessage;
