namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the checkpoint protocol of an attempt knows.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Plan">Its subtasks.</param>
/// <param name="Settings">When checkpoints are taken.</param>
internal sealed record CheckpointState(AttemptId Attempt, JobPlan Plan, CheckpointSettings Settings)
{
    /// <summary>The number that was given last.</summary>
    public long LastNumber { get; init; }

    /// <summary>The checkpoint in progress; null without one.</summary>
    public PendingCheckpoint? Pending { get; init; }

    /// <summary>The commits in progress; null before the first completed checkpoint.</summary>
    public CommitRound? Commits { get; init; }

    /// <summary>The last completed checkpoint; null without one.</summary>
    public CompletedCheckpoint? Last { get; init; }

    /// <summary>The directories of savepoints that are wanted, each with the next checkpoint that can be one.</summary>
    public ImmutableQueue<string> Wanted { get; init; } = [];

    /// <summary>What the next checkpoint is for.</summary>
    public CheckpointKind Next { get; init; }

    /// <summary>When the next one is due; the largest long before the job runs.</summary>
    public long NextTriggerMs { get; init; } = long.MaxValue;

    /// <summary>When the last one was triggered.</summary>
    public long LastTriggerMs { get; init; } = long.MinValue;

    /// <summary>How many failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>When time changes something.</summary>
    public long NextDeadlineMs => Pending switch
    {
        null => NextTriggerMs,
        { Completing: null } pending => pending.DeadlineMs,
        _ => long.MaxValue,
    };
}
