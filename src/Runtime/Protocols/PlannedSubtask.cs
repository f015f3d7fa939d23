namespace Akka.Flink.Runtime;

/// <summary>A subtask of a job, and where it runs.</summary>
/// <param name="Subtask">The subtask.</param>
/// <param name="Slot">Where it runs.</param>
/// <param name="HasSource">Whether it takes checkpoints when it is told to, rather than when barriers come.</param>
internal sealed record PlannedSubtask(SubtaskId Subtask, SlotId Slot, bool HasSource);
