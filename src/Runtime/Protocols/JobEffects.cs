namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of a job wants done, in order.</summary>
internal static class JobEffects
{
    /// <summary>Something to do.</summary>
    public interface IEffect;

    /// <summary>Tell a task.</summary>
    /// <param name="Subtask">Its number in the plan.</param>
    /// <param name="Message">What.</param>
    public sealed record Tell(int Subtask, ITaskMessage Message) : IEffect;

    /// <summary>Phase 1: send <see cref="DeployTask"/> with what falls to the subtask.</summary>
    /// <param name="Subtask">Its number in the plan.</param>
    public sealed record Deploy(int Subtask) : IEffect;

    /// <summary>Phase 2: send <see cref="ConnectTask"/> with its peers.</summary>
    /// <param name="Subtask">Its number in the plan.</param>
    public sealed record Connect(int Subtask) : IEffect;

    /// <summary>Make a plan, then say <see cref="JobInputs.Planned"/>, <see cref="JobInputs.NoSlots"/> or
    /// <see cref="JobInputs.PlanFailed"/>.</summary>
    /// <param name="Request">The number of the request.</param>
    /// <param name="Order">The parallelism that was ordered.</param>
    /// <param name="Nodes">What there is; null for the one node of a process of its own.</param>
    public sealed record MakePlan(long Request, ParallelismOrder Order, ImmutableArray<NodeSlots>? Nodes) : IEffect;

    /// <summary>The slots of the last attempt are not needed while the job waits: others may have them.</summary>
    public sealed record ReleaseSlots : IEffect;

    /// <summary>Make a new attempt durable, then say <see cref="JobInputs.AttemptDurable"/>, or
    /// <see cref="JobInputs.PlanRefused"/>.</summary>
    /// <param name="Plan">Its plan.</param>
    public sealed record BeginAttempt(JobPlan Plan) : IEffect;

    /// <summary>Deal out what is to be restored, before the first <see cref="Deploy"/>.</summary>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Checkpoint">What it goes on from; null to start afresh.</param>
    public sealed record PrepareRestore(int Attempt, CompletedCheckpoint? Checkpoint) : IEffect
    {
        /// <summary>The savepoint that this is; null when it is a checkpoint of the job's own.</summary>
        public SavepointOrigin? Savepoint { get; init; }
    }

    /// <summary>Start the enumerators.</summary>
    public sealed record StartEnumerators : IEffect;

    /// <summary>Close the enumerators.</summary>
    public sealed record StopEnumerators : IEffect;

    /// <summary>Take the enumerators' state for a checkpoint.</summary>
    /// <param name="Number">The checkpoint.</param>
    public sealed record SnapshotEnumerators(long Number) : IEffect;

    /// <summary>Send a task with a source <see cref="JobProtocol.MessageOf"/> the checkpoint.</summary>
    /// <param name="Subtask">Its number in the plan.</param>
    /// <param name="Number">The checkpoint.</param>
    /// <param name="Kind">What happens behind the barrier.</param>
    /// <param name="IsBase">Whether keyed state is written whole.</param>
    public sealed record Trigger(int Subtask, long Number, CheckpointKind Kind, bool IsBase) : IEffect
    {
        /// <summary>The directory of the savepoint that it is, too; null when it is none.</summary>
        public string? Savepoint { get; init; }
    }

    /// <summary>A checkpoint that is durable is a savepoint, too: write its manifest, then say
    /// <see cref="JobInputs.SavepointWritten"/>.</summary>
    /// <param name="Directory">The savepoint.</param>
    /// <param name="Checkpoint">The checkpoint.</param>
    /// <param name="Saved">Where keyed state is in the savepoint, by subtask.</param>
    public sealed record WriteManifest(
        string Directory, CompletedCheckpoint Checkpoint, IReadOnlyDictionary<SubtaskId, IReadOnlyList<SavedState>> Saved) : IEffect;

    /// <summary>A savepoint came to nothing.</summary>
    /// <param name="Directory">The savepoint.</param>
    /// <param name="Reason">Why.</param>
    public sealed record SavepointIsGivenUp(string Directory, string Reason) : IEffect;

    /// <summary>Pass a reader's request on to its enumerator; one that has not started keeps it.</summary>
    /// <param name="Uid">The source.</param>
    /// <param name="Subtask">The reader's subtask.</param>
    public sealed record RequestSplit(string Uid, int Subtask) : IEffect;

    /// <summary>Make a checkpoint durable, then say <see cref="JobInputs.CheckpointDurable"/>.</summary>
    /// <param name="Checkpoint">The checkpoint; the enumerators' state is to be added.</param>
    /// <param name="Left">Segments that tasks have left behind: once it is durable, only it or an older one can still need them.</param>
    public sealed record Complete(CompletedCheckpoint Checkpoint, IReadOnlyList<SegmentId> Left) : IEffect;

    /// <summary>Make the job's end durable, then say <see cref="JobInputs.EndDurable"/>.</summary>
    /// <param name="Status">How it ended.</param>
    /// <param name="Reason">Why; null when it goes without saying.</param>
    public sealed record End(JobStatus Status, string? Reason) : IEffect;

    /// <summary>The status changed.</summary>
    /// <param name="Status">The new one.</param>
    /// <param name="Reason">Why; null when it goes without saying.</param>
    public sealed record StatusIs(JobStatus Status, string? Reason) : IEffect;

    /// <summary>An attempt failed.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="RestartsIn">When the next one begins; null for never.</param>
    public sealed record AttemptFails(TaskFailure Failure, TimeSpan? RestartsIn) : IEffect;

    /// <summary>A checkpoint is durable.</summary>
    /// <param name="Checkpoint">The checkpoint.</param>
    public sealed record CheckpointIsDone(CompletedCheckpoint Checkpoint) : IEffect;

    /// <summary>A checkpoint was given up.</summary>
    /// <param name="Checkpoint">The checkpoint.</param>
    /// <param name="Reason">Why.</param>
    public sealed record CheckpointIsGivenUp(CheckpointId Checkpoint, string Reason) : IEffect;
}
