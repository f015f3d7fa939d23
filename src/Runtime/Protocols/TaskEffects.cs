namespace Akka.Flink.Runtime;

/// <summary>What the protocol of a task wants done, in order.</summary>
internal static class TaskEffects
{
    /// <summary>Something to do.</summary>
    public interface IEffect;

    /// <summary>Tell the job master.</summary>
    /// <param name="Message">What; <see cref="TaskDeployed"/> is said by <see cref="SayDeployed"/>.</param>
    public sealed record Report(ITaskMessage Message) : IEffect;

    /// <summary>Make and restore the chain, then say <see cref="TaskInputs.Restored"/>.</summary>
    /// <param name="Command">What to make.</param>
    public sealed record Make(DeployTask Command) : IEffect;

    /// <summary>Tell the job master <see cref="TaskDeployed"/>.</summary>
    public sealed record SayDeployed : IEffect;

    /// <summary>Wire the channels.</summary>
    /// <param name="Command">Where the peers are.</param>
    public sealed record Wire(ConnectTask Command) : IEffect;

    /// <summary>Open the operators, then say <see cref="TaskInputs.Opened"/>.</summary>
    public sealed record Open : IEffect;

    /// <summary>Take nothing from an input until <see cref="UnblockInputs"/>.</summary>
    /// <param name="Input">The input.</param>
    public sealed record BlockInput(int Input) : IEffect;

    /// <summary>Take from all inputs again.</summary>
    public sealed record UnblockInputs : IEffect;

    /// <summary>Prepare the operators for a checkpoint, upstream first, then say <see cref="TaskInputs.Prepared"/>. No data and no timers
    /// in between.</summary>
    /// <param name="Barrier">The checkpoint.</param>
    public sealed record Prepare(CheckpointBarrier Barrier) : IEffect;

    /// <summary>Send the barrier on and take a snapshot; then <see cref="TaskInputs.SnapshotWritten"/>, and in the end
    /// <see cref="TaskInputs.SnapshotDurable"/> or <see cref="TaskInputs.SnapshotFailed"/>.</summary>
    /// <param name="Barrier">The checkpoint.</param>
    public sealed record Snapshot(CheckpointBarrier Barrier) : IEffect;

    /// <summary>Forget a checkpoint that is prepared, or whose snapshot is in progress; chunks stay in the chain.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record Abandon(long Number) : IEffect;

    /// <summary>Give splits to the reader.</summary>
    /// <param name="Command">The splits, or that no more will come.</param>
    public sealed record Give(ISplitCommand Command) : IEffect;

    /// <summary>Read nothing more, and end as if that had been all, then say <see cref="TaskInputs.InputsEnded"/>. Again changes
    /// nothing.</summary>
    public sealed record Drain : IEffect;

    /// <summary>Commit what a checkpoint and those before it prepared, then say <see cref="TaskInputs.Committed"/>.</summary>
    /// <param name="Number">The checkpoint; the largest long for everything.</param>
    public sealed record Commit(long Number) : IEffect;

    /// <summary>Close the operators, then say <see cref="TaskInputs.Closed"/>.</summary>
    public sealed record Close : IEffect;

    /// <summary>The lease was renewed.</summary>
    public sealed record Renewed : IEffect;

    /// <summary>Stop.</summary>
    public sealed record Stop : IEffect;
}
