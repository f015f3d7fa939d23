namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the job manager records: the only things that outlive its process, beside the chunks.</summary>
internal static class ControlEvents
{
    /// <summary>Something recorded.</summary>
    public interface IControlEvent;

    /// <summary>A job manager leads. It has said nothing to anybody before this is durable.</summary>
    /// <param name="Term">Its term: one more than the last.</param>
    /// <param name="At">When.</param>
    public sealed record LeadershipTaken(long Term, DateTimeOffset At) : IControlEvent;

    /// <summary>A job is known; one that had finished begins anew.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="At">When.</param>
    public sealed record JobSubmitted(JobId Job, string Name, DateTimeOffset At) : IControlEvent
    {
        /// <summary>What any node makes its graph of; null where only the process that submitted it can.</summary>
        public JobProgram? Program { get; init; }

        /// <summary>The savepoint that it begins from, whatever was known of the job before; null for none.</summary>
        public SavepointStart? Savepoint { get; init; }
    }

    /// <summary>Another parallelism was ordered for a job.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Parallelism">The parallelism.</param>
    /// <param name="Uid">The operator; null for all.</param>
    /// <param name="At">When.</param>
    public sealed record JobRescaled(JobId Job, int Parallelism, string? Uid, DateTimeOffset At) : IControlEvent;

    /// <summary>An attempt begins. Nothing of it was sent before this is durable, and no older one completes anything after it.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Attempt">Its number.</param>
    /// <param name="Plan">The subtasks and their places.</param>
    /// <param name="RestoredFrom">The checkpoint that it goes on from; null when it starts afresh.</param>
    /// <param name="At">When.</param>
    public sealed record AttemptStarted(
        JobId Job, int Attempt, ImmutableArray<PlannedSubtask> Plan, CheckpointId? RestoredFrom, DateTimeOffset At) : IControlEvent;

    /// <summary>What an attempt went on from, in words. It follows the attempt's start, and nothing waits for it.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Positions">Where its sources went on.</param>
    /// <param name="Cause">Why there was a new attempt.</param>
    /// <param name="At">When.</param>
    public sealed record AttemptRestored(
        JobId Job, int Attempt, ImmutableArray<string> Positions, string Cause, DateTimeOffset At) : IControlEvent;

    /// <summary>All subtasks have acknowledged a checkpoint. Nothing of it was committed before this is durable.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Checkpoint">The checkpoint.</param>
    /// <param name="At">When.</param>
    public sealed record CheckpointCompleted(JobId Job, CompletedCheckpoint Checkpoint, DateTimeOffset At) : IControlEvent;

    /// <summary>Checkpoints are not needed any more. Nothing of them was deleted before this is durable.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Checkpoints">Which.</param>
    /// <param name="At">When.</param>
    public sealed record CheckpointsReleased(JobId Job, ImmutableArray<CheckpointId> Checkpoints, DateTimeOffset At) : IControlEvent;

    /// <summary>A run of a job has ended.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Status">How.</param>
    /// <param name="Reason">Why; null when it goes without saying.</param>
    /// <param name="Wrote">What it wrote, in words, one for each sink.</param>
    /// <param name="At">When.</param>
    public sealed record JobStatusChanged(
        JobId Job, JobStatus Status, string? Reason, ImmutableArray<string> Wrote, DateTimeOffset At) : IControlEvent;

    /// <summary>All that the events before this one say, which are deleted once it is durable.</summary>
    /// <param name="Ledger">What they say.</param>
    public sealed record LedgerCompacted(Ledger Ledger) : IControlEvent;
}
