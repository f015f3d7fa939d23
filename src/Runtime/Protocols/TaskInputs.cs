namespace Akka.Flink.Runtime;

/// <summary>What the protocol of a task takes beside the commands of its job master.</summary>
internal static class TaskInputs
{
    /// <summary>The chain is made and its state restored.</summary>
    /// <param name="Inputs">How many channels come in.</param>
    /// <param name="Mode">Whether barriers are aligned.</param>
    public sealed record Restored(int Inputs, CheckpointingMode Mode);

    /// <summary>The operators are open.</summary>
    public sealed record Opened;

    /// <summary>The operators are closed.</summary>
    public sealed record Closed;

    /// <summary>A barrier is next on an input.</summary>
    /// <param name="Input">The input, from 0.</param>
    /// <param name="Of">What it says of its checkpoint.</param>
    public sealed record Barrier(int Input, CheckpointBarrier Of);

    /// <summary>An input has ended; barriers may still come on it.</summary>
    /// <param name="Input">The input, from 0.</param>
    public sealed record InputEnded(int Input);

    /// <summary>The task is between two batches with nothing left to resume: what is due may begin.</summary>
    public sealed record BetweenBatches;

    /// <summary>The operators are prepared for the checkpoint that was begun, and what they emitted for it is out.</summary>
    public sealed record Prepared;

    /// <summary>The part of a checkpoint is written, if not durable yet: another may begin.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record SnapshotWritten(long Number);

    /// <summary>The part of a checkpoint is durable.</summary>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Operators">The operators' parts.</param>
    /// <param name="Statistics">How long it took.</param>
    public sealed record SnapshotDurable(
        long Number, IReadOnlyList<OperatorStateHandle> Operators, CheckpointStatistics Statistics)
    {
        /// <summary>Where keyed state is in the savepoint that the checkpoint is, too; null when it is none.</summary>
        public IReadOnlyList<SavedState>? Saved { get; init; }

        /// <summary>Segments that the task has left behind.</summary>
        public IReadOnlyList<SegmentId> Left { get; init; } = [];
    }

    /// <summary>The part of a checkpoint cannot be made durable, and the job need not fail for it.</summary>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Reason">Why.</param>
    public sealed record SnapshotFailed(long Number, string Reason);

    /// <summary>What a checkpoint prepared is committed.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record Committed(long Number);

    /// <summary>All inputs have ended, and everything is flushed.</summary>
    public sealed record InputsEnded;

    /// <summary>The reader of the source wants a split.</summary>
    /// <param name="Uid">The source.</param>
    public sealed record SplitWanted(string Uid);

    /// <summary>The task cannot go on.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(TaskFailure Failure);

    /// <summary>The lease has run out.</summary>
    public sealed record LeaseExpired;
}
