namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of the job manager takes.</summary>
internal static class LedgerInputs
{
    /// <summary>The journal has been read to its end.</summary>
    /// <param name="Ledger">What it says.</param>
    public sealed record Recovered(Ledger Ledger);

    /// <summary>An event is durable.</summary>
    /// <param name="Happened">The event.</param>
    public sealed record Durable(ControlEvents.IControlEvent Happened);

    /// <summary>A write was refused, or its fate is not known.</summary>
    public sealed record WriteFailed;

    /// <summary>Run a job, or go on with it.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="IsRecorded">Whether it takes checkpoints.</param>
    /// <param name="Restart">Whether one that has finished begins anew.</param>
    public sealed record Submit(JobId Job, string Name, bool IsRecorded, bool Restart)
    {
        /// <summary>What any node makes its graph of; null where only this process can.</summary>
        public JobProgram? Program { get; init; }

        /// <summary>The savepoint that it begins from; null for none.</summary>
        public SavepointStart? Savepoint { get; init; }
    }

    /// <summary>Another parallelism is ordered for a job.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Parallelism">The parallelism.</param>
    /// <param name="Uid">The operator; null for all.</param>
    public sealed record Rescale(JobId Job, int Parallelism, string? Uid);

    /// <summary>A master wants to begin an attempt.</summary>
    /// <param name="Job">Its job.</param>
    /// <param name="Plan">The subtasks and their places.</param>
    public sealed record BeginAttempt(JobId Job, JobPlan Plan)
    {
        /// <summary>The checkpoint that is damaged: it is released first; null for none.</summary>
        public CheckpointId? Without { get; init; }
    }

    /// <summary>A master knows what its attempt goes on from.</summary>
    /// <param name="Job">Its job.</param>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Positions">Where its sources go on, in words.</param>
    /// <param name="Cause">Why there is a new attempt.</param>
    public sealed record NoteRestore(JobId Job, int Attempt, ImmutableArray<string> Positions, string Cause);

    /// <summary>A master has all acknowledgements of a checkpoint.</summary>
    /// <param name="Job">Its job.</param>
    /// <param name="Checkpoint">The checkpoint.</param>
    /// <param name="Retained">How many completed ones are kept.</param>
    /// <param name="Left">Segments that no later one names.</param>
    public sealed record CompleteCheckpoint(
        JobId Job, CompletedCheckpoint Checkpoint, int Retained, IReadOnlyList<SegmentId> Left);

    /// <summary>A master's job has ended.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="Attempt">Its last attempt.</param>
    /// <param name="Status">How it ended.</param>
    /// <param name="Reason">Why; null when it goes without saying.</param>
    /// <param name="Wrote">What it wrote, in words.</param>
    public sealed record EndJob(JobId Job, int Attempt, JobStatus Status, string? Reason, ImmutableArray<string> Wrote);
}
