namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>Where an operator runs: its name and subtask, its clock, its side outputs and counters.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="Uid">The operator's uid.</param>
/// <param name="SubtaskIndex">0 to <paramref name="Parallelism"/> - 1.</param>
/// <param name="Parallelism">How many subtasks there are.</param>
/// <param name="MaxParallelism">How many key groups there are.</param>
/// <param name="Clock">The clock, which the task sets once for each batch.</param>
public sealed record OperatorContext(string Name, string Uid, int SubtaskIndex, int Parallelism, int MaxParallelism, ProcessingClock Clock)
{
    /// <summary>The job, by the identity under which it is resumed; empty where a job has none.</summary>
    public string JobId { get; init; } = "";

    /// <summary>The attempt of the job, from 1, one more for each over all its runs; 0 where attempts are not counted.</summary>
    public long Attempt { get; init; }

    /// <summary>The side outputs that somebody reads.</summary>
    public SideOutputs Sides { get; init; } = new();

    /// <summary>What is counted.</summary>
    public OperatorMetrics Metrics { get; init; } = new();

    /// <summary>Wakes the task up from any thread.</summary>
    internal TaskDoorbell Doorbell { get; init; } = TaskDoorbell.Silent;

    /// <summary>Who is told what the job's people must hear of; null for nobody.</summary>
    internal TaskActivity? Activity { get; init; }

    /// <summary>The state that belongs to no key.</summary>
    internal FunctionStates States => field ??= new FunctionStates(this);

    /// <summary>Put around what functions see of their state; null for nothing. For tests.</summary>
    internal Func<IRuntimeContext, IRuntimeContext>? StateWrapper { get; init; }

    /// <summary>How often <see cref="IWatermarkGenerator{T}.OnPeriodicEmit"/> is called, in milliseconds; 0 never.</summary>
    public long AutoWatermarkIntervalMs { get; init; } = 200;
}
