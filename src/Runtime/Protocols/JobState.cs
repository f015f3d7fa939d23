namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the protocol of a job knows.</summary>
/// <param name="Job">The job.</param>
/// <param name="Settings">How it is run.</param>
/// <param name="Seed">Where the jitter of restarts comes from.</param>
internal sealed record JobState(JobId Job, JobSettings Settings, long Seed)
{
    /// <summary>What is waited for.</summary>
    public JobPhase Phase { get; init; } = JobPhase.Planning;

    /// <summary>The plan of the current attempt.</summary>
    public JobPlan Plan { get; init; } = JobPlan.Empty;

    /// <summary>The plan of the attempt whose start is being made durable; null while none is.</summary>
    public JobPlan? NextPlan { get; init; }

    /// <summary>How the job follows its nodes.</summary>
    public SchedulerSettings Scheduler { get; init; } = SchedulerSettings.Default;

    /// <summary>What nodes offer to it; null for the one node of a process of its own, which never changes.</summary>
    public ImmutableArray<NodeSlots>? Nodes { get; init; }

    /// <summary>Since when they have offered that.</summary>
    public long NodesSinceMs { get; init; }

    /// <summary>The nodes that are about to leave.</summary>
    public ImmutableArray<string> Leaving { get; init; } = [];

    /// <summary>Whether another job manager is about to go on with the job, so that this one begins no other attempt.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>What nodes offered when the plan of the current attempt was asked for.</summary>
    public ImmutableArray<NodeSlots>? PlannedNodes { get; init; }

    /// <summary>The parallelism that was ordered.</summary>
    public ParallelismOrder Order { get; init; } = ParallelismOrder.None;

    /// <summary>What had been ordered when the plan of the current attempt was asked for.</summary>
    public ParallelismOrder PlannedOrder { get; init; } = ParallelismOrder.None;

    /// <summary>The number of the last request for a plan.</summary>
    public long PlanRequest { get; init; }

    /// <summary>Whether its answer is awaited.</summary>
    public bool IsPlanAwaited { get; init; }

    /// <summary>When a plan is asked for; the largest long for not before something changes.</summary>
    public long PlanAtMs { get; init; } = long.MaxValue;

    /// <summary>Whether a stopping checkpoint is taken so that another plan can follow.</summary>
    public bool IsMoving { get; init; }

    /// <summary>What others see.</summary>
    public JobStatus Status { get; init; } = JobStatus.Created;

    /// <summary>The current attempt; before the first of this master the last one that was recorded, or 0.</summary>
    public int Attempt { get; init; }

    /// <summary>How far the tasks have come, by number in the plan.</summary>
    public ImmutableArray<TaskStage> Stages { get; init; } = [];

    /// <summary>What enumerators and readers have said to each other, by the reader's number in the plan.</summary>
    public ImmutableArray<SplitOutbox> Splits { get; init; } = [];

    /// <summary>The checkpoints of the attempt; null when the job takes none, or no attempt is there.</summary>
    public CheckpointState? Checkpoints { get; init; }

    /// <summary>Whether the job is to be stopped.</summary>
    public bool IsStopRequested { get; init; }

    /// <summary>Whether its sources are to end first.</summary>
    public bool IsDraining { get; init; }

    /// <summary>The directory of the savepoint that it is to end with; null for none.</summary>
    public string? StopSavepoint { get; init; }

    /// <summary>Why that savepoint is none; null while all is well.</summary>
    public string? StopFailure { get; init; }

    /// <summary>How many checkpoints are retained that are older than the one that the attempt goes on from.</summary>
    public int OlderCheckpoints { get; init; }

    /// <summary>The checkpoint that is damaged: the next attempt goes on from the one before it. Null for none.</summary>
    public CheckpointId? Damaged { get; init; }

    /// <summary>Whether the job is to be canceled.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>Why the attempt failed, or the last one; null while none has.</summary>
    public TaskFailure? Failure { get; init; }

    /// <summary>Whether another attempt follows the one that is being stopped.</summary>
    public bool WillRestart { get; init; }

    /// <summary>What the restart strategy remembers.</summary>
    public RestartState Restarts { get; init; } = RestartState.Initial;

    /// <summary>When tasks are taken to be stuck.</summary>
    public long CancelDeadlineMs { get; init; } = long.MaxValue;

    /// <summary>When the next attempt may begin.</summary>
    public long RestartAtMs { get; init; } = long.MaxValue;

    /// <summary>When leases are renewed and unanswered commands repeated.</summary>
    public long RepeatAtMs { get; init; } = long.MaxValue;

    /// <summary>The current attempt, as messages name it.</summary>
    public AttemptId AttemptId => new(Job, Attempt);

    /// <summary>When <see cref="JobInputs.Tick"/> has to come at the latest.</summary>
    public long NextDeadlineMs
    {
        get
        {
            var next = Math.Min(RepeatAtMs, Phase == JobPhase.Canceling ? CancelDeadlineMs : long.MaxValue);
            if (Phase is JobPhase.Planning or JobPhase.WaitingForSlots or JobPhase.Running)
                next = Math.Min(next, PlanAtMs);
            if (Phase == JobPhase.Waiting)
                next = Math.Min(next, RestartAtMs);
            return Phase == JobPhase.Running && Checkpoints is { } checkpoints ? Math.Min(next, checkpoints.NextDeadlineMs) : next;
        }
    }
}
