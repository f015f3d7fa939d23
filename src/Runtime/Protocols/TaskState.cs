namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of a task knows.</summary>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Subtask">Its subtask.</param>
internal sealed record TaskState(AttemptId Attempt, SubtaskId Subtask)
{
    /// <summary>What is waited for.</summary>
    public TaskProtocolPhase Phase { get; init; } = TaskProtocolPhase.Deploying;

    /// <summary>How many channels come in; none in a task with a source. Known once the chain is made.</summary>
    public int Inputs { get; init; }

    /// <summary>Whether barriers are aligned. Known once the chain is made.</summary>
    public CheckpointingMode Mode { get; init; }

    /// <summary>Whether the chain is being made, or is there.</summary>
    public bool IsMaking { get; init; }

    /// <summary>The inputs that have ended: they count as aligned.</summary>
    public ImmutableArray<bool> EndedInputs { get; init; } = [];

    /// <summary>Whether all inputs have ended, and everything is flushed.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Whether what was prepared is being committed at the end of a job without checkpoints.</summary>
    public bool IsFinishing { get; init; }

    /// <summary>The stopping checkpoint behind whose barrier nothing is processed; 0 when there is none.</summary>
    public long FrozenBy { get; init; }

    /// <summary>The checkpoint of which barriers are awaited; null when there is none.</summary>
    public CheckpointBarrier? Aligning { get; init; }

    /// <summary>The inputs that its barrier has come on.</summary>
    public ImmutableArray<bool> Aligned { get; init; } = [];

    /// <summary>The checkpoint that is asked for and has not begun; null when there is none.</summary>
    public CheckpointBarrier? Due { get; init; }

    /// <summary>The last splits that belong to <see cref="Due"/> or <see cref="Preparing"/>; those behind them wait for the
    /// barrier.</summary>
    public long DueSplits { get; init; }

    /// <summary>The checkpoint for which operators are prepared; null when there is none.</summary>
    public CheckpointBarrier? Preparing { get; init; }

    /// <summary>The checkpoint whose part is being written; 0 when there is none. Another cannot begin.</summary>
    public long Writing { get; init; }

    /// <summary>The checkpoints that were taken and are neither durable nor given up, the oldest first.</summary>
    public ImmutableArray<long> Undurable { get; init; } = [];

    /// <summary>The last checkpoint that was asked for or given up: barriers up to it are of the past.</summary>
    public long Passed { get; init; }

    /// <summary>The last checkpoint that is to be committed.</summary>
    public long Completed { get; init; }

    /// <summary>The last checkpoint that was committed.</summary>
    public long Committed { get; init; }

    /// <summary>The number of the last splits that were taken.</summary>
    public long SplitsTaken { get; init; }

    /// <summary>Splits that were taken, and wait for a barrier.</summary>
    public ImmutableQueue<ISplitCommand> LaterSplits { get; init; } = [];

    /// <summary>The reader's last request for a split; null before the first.</summary>
    public SplitRequested? LastRequest { get; init; }

    /// <summary>Whether nothing is processed, behind the barrier of a stopping checkpoint: no data, no timers, no asynchronous
    /// results.</summary>
    public bool IsFrozen => FrozenBy != 0;

    /// <summary>Whether everything that has to come before the checkpoint that is due is there.</summary>
    public bool CanBegin => Due is not null && Writing == 0 && DueSplits <= SplitsTaken;

    /// <summary>Whether data may be processed: a checkpoint that is due comes first, unless it waits for splits.</summary>
    public bool Processes => Phase == TaskProtocolPhase.Running && FrozenBy == 0 && Preparing is null
        && (Due is null || DueSplits > SplitsTaken);

    /// <summary>Whether each input has ended; never so in a task with a source.</summary>
    public bool HaveInputsEnded => Inputs > 0 && !EndedInputs.Contains(false);

    /// <summary>Whether splits that come now belong to the next checkpoint, if they are not among those that this one waits for.</summary>
    public bool IsBarrierDue => Due is not null || Preparing is not null;
}
