namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of a task knows.</summary>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Subtask">Its subtask.</param>
/// <param name="Inputs">How many channels come in.</param>
/// <param name="Mode">Whether barriers are aligned.</param>
internal sealed record TaskState(AttemptId Attempt, SubtaskId Subtask, int Inputs, CheckpointingMode Mode)
{
    /// <summary>What is waited for.</summary>
    public TaskProtocolPhase Phase { get; init; } = TaskProtocolPhase.Deploying;

    /// <summary>Whether the chain is being made.</summary>
    public bool IsMaking { get; init; }

    /// <summary>Whether all inputs have ended.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Whether nothing is processed, behind the barrier of a stopping checkpoint.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>The checkpoint of which barriers are awaited; 0 when there is none.</summary>
    public long Aligning { get; init; }

    /// <summary>The inputs that its barrier has come on.</summary>
    public ImmutableArray<bool> Aligned { get; init; } = [];

    /// <summary>The last checkpoint that was taken or given up: barriers up to it are of the past.</summary>
    public long Passed { get; init; }

    /// <summary>The checkpoint whose part is being made durable; 0 when there is none.</summary>
    public long Writing { get; init; }

    /// <summary>The last checkpoint that was committed.</summary>
    public long Committed { get; init; }

    /// <summary>The last checkpoint that is to be committed.</summary>
    public long Completed { get; init; }
}
