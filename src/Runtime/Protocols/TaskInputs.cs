namespace Akka.Flink.Runtime;

/// <summary>What the protocol of a task takes beside the commands of its job master.</summary>
internal static class TaskInputs
{
    /// <summary>The chain is made and its state restored.</summary>
    public sealed record Restored;

    /// <summary>The operators are open.</summary>
    public sealed record Opened;

    /// <summary>The operators are closed.</summary>
    public sealed record Closed;

    /// <summary>A barrier is next on an input.</summary>
    /// <param name="Input">The input, from 0.</param>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Kind">What happens behind it.</param>
    /// <param name="IsBase">Whether keyed state is written whole.</param>
    public sealed record Barrier(int Input, long Number, CheckpointKind Kind, bool IsBase);

    /// <summary>The part of a checkpoint is durable.</summary>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Operators">The operators' parts.</param>
    /// <param name="Statistics">How long it took.</param>
    public sealed record SnapshotDurable(
        long Number, IReadOnlyList<OperatorStateHandle> Operators, CheckpointStatistics Statistics);

    /// <summary>The part of a checkpoint cannot be made durable, and the job need not fail for it.</summary>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Reason">Why.</param>
    public sealed record SnapshotFailed(long Number, string Reason);

    /// <summary>What a checkpoint prepared is committed.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record Committed(long Number);

    /// <summary>All inputs have ended, and everything is flushed.</summary>
    public sealed record InputsEnded;

    /// <summary>The task cannot go on.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(TaskFailure Failure);

    /// <summary>The lease has run out.</summary>
    public sealed record LeaseExpired;
}
