namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of a job takes beside the reports of tasks.</summary>
internal static class JobInputs
{
    /// <summary>Begin.</summary>
    public sealed record Start;

    /// <summary>The nodes have changed, or what they offer.</summary>
    /// <param name="Nodes">Those that are there, with the slots that they offer to this job.</param>
    /// <param name="SinceMs">Since when they have been like that.</param>
    public sealed record NodesChanged(ImmutableArray<NodeSlots> Nodes, long SinceMs)
    {
        /// <summary>Nodes that are about to leave: they offer nothing any more, but tasks that are there go on.</summary>
        public ImmutableArray<string> Leaving { get; init; } = [];
    }

    /// <summary>A node is gone, or out of reach: its tasks cannot answer any more.</summary>
    /// <param name="Node">Its unique address.</param>
    /// <param name="Reason">How that is known.</param>
    public sealed record NodeLost(string Node, string Reason);

    /// <summary>The job manager is about to go to another node, and goes on with the job there: stop behind a checkpoint, and begin no
    /// other attempt.</summary>
    public sealed record HandOver;

    /// <summary>A plan that was asked for.</summary>
    /// <param name="Request">The number of the request.</param>
    /// <param name="Plan">The plan.</param>
    public sealed record Planned(long Request, JobPlan Plan);

    /// <summary>A plan that was asked for needs more slots than there are.</summary>
    /// <param name="Request">The number of the request.</param>
    /// <param name="Needed">How many it needs.</param>
    /// <param name="Offered">How many there are.</param>
    public sealed record NoSlots(long Request, int Needed, int Offered);

    /// <summary>A plan that was asked for cannot be made.</summary>
    /// <param name="Request">The number of the request.</param>
    /// <param name="Failure">Why.</param>
    public sealed record PlanFailed(long Request, TaskFailure Failure);

    /// <summary>Slots of the plan have gone to another job meanwhile.</summary>
    public sealed record PlanRefused;

    /// <summary>The parallelism is to be another.</summary>
    /// <param name="Order">All that has been ordered.</param>
    public sealed record Rescale(ParallelismOrder Order);

    /// <summary>The start of an attempt is durable.</summary>
    /// <param name="Attempt">Its number.</param>
    /// <param name="Checkpoint">What it goes on from; null to start afresh.</param>
    /// <param name="LastNumber">The number of the last checkpoint that completed, whatever became of it; 0 without one.</param>
    public sealed record AttemptDurable(int Attempt, CompletedCheckpoint? Checkpoint, long LastNumber)
    {
        /// <summary>The savepoint that the checkpoint is; null when it is one of the job's own.</summary>
        public SavepointOrigin? Savepoint { get; init; }

        /// <summary>How many older checkpoints are retained.</summary>
        public int Older { get; init; }
    }

    /// <summary>A completed checkpoint is durable.</summary>
    /// <param name="Checkpoint">The checkpoint.</param>
    public sealed record CheckpointDurable(CheckpointId Checkpoint);

    /// <summary>The end of the job is durable.</summary>
    public sealed record EndDurable;

    /// <summary>A task is gone, whether or not it said so.</summary>
    /// <param name="Attempt">Its attempt.</param>
    /// <param name="Subtask">Its subtask.</param>
    public sealed record TaskGone(AttemptId Attempt, SubtaskId Subtask);

    /// <summary>Something beside the tasks failed: an enumerator, or the restore.</summary>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Failure">Why.</param>
    public sealed record MasterFailed(int Attempt, TaskFailure Failure);

    /// <summary>An enumerator has something for a reader.</summary>
    /// <param name="Subtask">The reader's subtask.</param>
    /// <param name="Uid">The source.</param>
    /// <param name="Splits">The splits; null when no more will come.</param>
    public sealed record AssignSplits(SubtaskId Subtask, string Uid, IReadOnlyList<ReadOnlyMemory<byte>>? Splits)
    {
        /// <summary>What the enumerator tells the reader instead; null when it assigns.</summary>
        public ReadOnlyMemory<byte>? Event { get; init; }

        /// <summary>How far the source's watermark may go, instead; null when it assigns.</summary>
        public long? MaxWatermarkMs { get; init; }
    }

    /// <summary>Stop with a last checkpoint.</summary>
    public sealed record Stop;

    /// <summary>Take a savepoint, and go on.</summary>
    /// <param name="Directory">Its directory, which is there.</param>
    public sealed record TakeSavepoint(string Directory);

    /// <summary>Stop with a last checkpoint that is a savepoint, too, or behind the end of all input.</summary>
    /// <param name="Directory">The savepoint's directory, which is there; null for none.</param>
    /// <param name="Drain">Whether sources end first, as if there were nothing more: the largest watermark is sent.</param>
    public sealed record StopWith(string? Directory, bool Drain);

    /// <summary>The manifest of a savepoint is written, or cannot be.</summary>
    /// <param name="Directory">The savepoint.</param>
    /// <param name="Failure">Why it cannot be; null when it is.</param>
    public sealed record SavepointWritten(string Directory, string? Failure);

    /// <summary>Stop without one.</summary>
    public sealed record Cancel;

    /// <summary>Time has passed: the deadline that the state named has come.</summary>
    public sealed record Tick;
}
