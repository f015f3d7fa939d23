namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>The step functions that a simulation runs: those of the runtime, or some that were broken on purpose.</summary>
internal sealed record Steps
{
    public Func<LedgerState, object, DateTimeOffset, LedgerStep> Ledger { get; init; } = LedgerProtocol.Step;

    public Func<JobState, object, long, JobStep> Job { get; init; } = JobProtocol.Step;

    public Func<TaskState, object, TaskStep> Task { get; init; } = TaskProtocol.Step;

    /// <summary>Whether a node makes a task anew that has ended.</summary>
    public bool NodesStartTasksTwice { get; init; }

    /// <summary>Whether the manager gives slots that are not there.</summary>
    public bool SlotsAreNotCounted { get; init; }

    /// <summary>Whether the journal gives a sequence number to one writer only.</summary>
    public bool JournalIsFenced { get; init; } = true;
}
