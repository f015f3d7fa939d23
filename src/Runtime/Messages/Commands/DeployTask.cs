namespace Akka.Flink.Runtime;

/// <summary>Phase 1: make the chain of a subtask and restore its state. Answered by <see cref="TaskDeployed"/> or
/// <see cref="TaskFailed"/>.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Slot">Where it runs.</param>
/// <param name="Restore">What to restore; null to start afresh.</param>
internal sealed record DeployTask(AttemptId Attempt, SubtaskId Subtask, SlotId Slot, TaskRestore? Restore) : ITaskMessage
{
    /// <summary>What the task's own node makes the job's graph of; null where the node knows the job.</summary>
    public JobProgram? Program { get; init; }

    /// <summary>The parallelism of the program's operators; null for what the program says.</summary>
    public int? Parallelism { get; init; }
}
