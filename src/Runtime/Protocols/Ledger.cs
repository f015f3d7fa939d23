namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static ControlEvents;

/// <summary>What the events of the job manager say in all.</summary>
/// <param name="Term">The last term.</param>
/// <param name="Jobs">The jobs.</param>
internal sealed record Ledger(long Term, ImmutableDictionary<JobId, JobRecord> Jobs)
{
    private const int RestoresKept = 100;

    /// <summary>Before the first event.</summary>
    public static Ledger Empty { get; } = new(0, ImmutableDictionary<JobId, JobRecord>.Empty);

    /// <summary>Takes an event in.</summary>
    /// <param name="happened">The event.</param>
    public Ledger Apply(IControlEvent happened) => happened switch
    {
        LedgerCompacted compacted => compacted.Ledger,
        LeadershipTaken taken => this with { Term = taken.Term },
        JobSubmitted submitted => Put(Submit(submitted)),
        JobRescaled rescaled => Put(Jobs[rescaled.Job] with { Order = Jobs[rescaled.Job].Order.With(rescaled.Parallelism, rescaled.Uid) }),
        AttemptStarted started => Put(Begin(Jobs[started.Job], started)),
        AttemptRestored restored => Put(Describe(Jobs[restored.Job], restored)),
        CheckpointCompleted completed => Put(Complete(Jobs[completed.Job], completed.Checkpoint)),
        CheckpointsReleased released => Put(Release(Jobs[released.Job], released)),
        JobStatusChanged changed => Put(Jobs[changed.Job] with
        {
            Status = changed.Status,
            Reason = changed.Reason,
            Wrote = changed.Wrote,
            ChangedAt = changed.At,
        }),
        _ => this,
    };

    private JobRecord Submit(JobSubmitted submitted)
    {
        var before = Jobs.GetValueOrDefault(submitted.Job);
        var goesOn = before is { Status: not JobStatus.Finished };
        return new JobRecord(submitted.Job, submitted.Name)
        {
            ChangedAt = submitted.At,
            Program = submitted.Program,
            Attempt = before?.Attempt ?? 0,   // attempts and checkpoints rise over all runs: an old one is never taken for a new one
            LastNumber = Math.Max(before?.LastNumber ?? 0, submitted.Savepoint?.Checkpoint.Id.Number ?? 0),
            Restores = before?.Restores ?? [],
            Savepoint = submitted.Savepoint?.Origin ?? (goesOn ? before!.Savepoint : null),
            Retained = submitted.Savepoint is { } savepoint ? [savepoint.Checkpoint] : goesOn ? before!.Retained : [],
        };
    }

    private static JobRecord Begin(JobRecord record, AttemptStarted started)
    {
        var restores = record.Restores.Add(new RestoreRecord(started.Attempt, started.At, started.RestoredFrom));
        return record with
        {
            Attempt = started.Attempt,
            Status = JobStatus.Created,
            Reason = null,
            Restores = restores.Count > RestoresKept ? restores.RemoveAt(0) : restores,
        };
    }

    private static JobRecord Describe(JobRecord record, AttemptRestored restored)
    {
        var last = record.Restores[^1] with { Positions = restored.Positions, Cause = restored.Cause };
        return record with { Restores = record.Restores.SetItem(record.Restores.Count - 1, last) };
    }

    private static JobRecord Complete(JobRecord record, CompletedCheckpoint checkpoint) =>
        record with { LastNumber = checkpoint.Id.Number, Retained = record.Retained.Add(checkpoint) };

    private static JobRecord Release(JobRecord record, CheckpointsReleased released) =>
        record with { Retained = record.Retained.RemoveAll(checkpoint => released.Checkpoints.Contains(checkpoint.Id)) };

    private Ledger Put(JobRecord record) => this with { Jobs = Jobs.SetItem(record.Job, record) };
}
