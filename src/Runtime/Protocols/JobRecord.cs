namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What is recorded of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Name">Its name.</param>
internal sealed record JobRecord(JobId Job, string Name)
{
    /// <summary>What any node makes its graph of; null where only the process that submitted it can.</summary>
    public JobProgram? Program { get; init; }

    /// <summary>The parallelism that was ordered since it was submitted.</summary>
    public ParallelismOrder Order { get; init; } = ParallelismOrder.None;

    /// <summary>How its last run ended; <see cref="JobStatus.Created"/> while that is not over.</summary>
    public JobStatus Status { get; init; } = JobStatus.Created;

    /// <summary>Why it ended like that; null when it goes without saying.</summary>
    public string? Reason { get; init; }

    /// <summary>What it wrote, in words.</summary>
    public ImmutableArray<string> Wrote { get; init; } = [];

    /// <summary>When it was submitted, or ended.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The last attempt; 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>The number of the last completed checkpoint; 0 before the first.</summary>
    public long LastNumber { get; init; }

    /// <summary>What the last attempts began from, the oldest first; at most a hundred.</summary>
    public ImmutableList<RestoreRecord> Restores { get; init; } = [];

    /// <summary>The savepoint that it began from; null for none.</summary>
    public SavepointOrigin? Savepoint { get; init; }

    /// <summary>The completed checkpoints that are kept, the oldest first.</summary>
    public ImmutableList<CompletedCheckpoint> Retained { get; init; } = [];

    /// <summary>What the next attempt goes on from; null to start afresh.</summary>
    public CompletedCheckpoint? Last => Retained.IsEmpty ? null : Retained[^1];

    /// <summary>The savepoint that <see cref="Last"/> is; null when it is a checkpoint of the job's own.</summary>
    public SavepointOrigin? LastSavepoint => Savepoint is { } savepoint && Last?.Id == savepoint.Checkpoint ? savepoint : null;
}
