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

    /// <summary>Take a snapshot and send the barrier on; then <see cref="TaskInputs.SnapshotDurable"/>.</summary>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Kind">What happens behind it.</param>
    /// <param name="IsBase">Whether keyed state is written whole.</param>
    public sealed record Snapshot(long Number, CheckpointKind Kind, bool IsBase) : IEffect;

    /// <summary>Forget a snapshot in progress; its chunks stay in the chain.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record Abandon(long Number) : IEffect;

    /// <summary>Process nothing from here on: no data, no timers, no asynchronous results.</summary>
    public sealed record Freeze : IEffect;

    /// <summary>Go on after <see cref="Freeze"/>.</summary>
    public sealed record Thaw : IEffect;

    /// <summary>Commit what a checkpoint and those before it prepared, then say <see cref="TaskInputs.Committed"/>.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record Commit(long Number) : IEffect;

    /// <summary>Close the operators, then say <see cref="TaskInputs.Closed"/>.</summary>
    /// <param name="CommitFirst">Whether to commit everything that was prepared before.</param>
    public sealed record Close(bool CommitFirst) : IEffect;

    /// <summary>The lease was renewed.</summary>
    public sealed record Renewed : IEffect;

    /// <summary>Stop.</summary>
    public sealed record Stop : IEffect;
}
