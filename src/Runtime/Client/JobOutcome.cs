namespace Akka.Flink.Runtime;

/// <summary>How a run of a job has ended.</summary>
/// <param name="Status"><see cref="JobStatus.Finished"/>, <see cref="JobStatus.Suspended"/>, <see cref="JobStatus.Failed"/> or
/// <see cref="JobStatus.Canceled"/>.</param>
/// <param name="LastCheckpoint">The last completed checkpoint; null without one.</param>
/// <param name="Failure">Why it failed; null otherwise.</param>
/// <param name="Duration">How long this run took.</param>
/// <param name="Tasks">What the tasks had counted at the end of the last attempt.</param>
internal sealed record JobOutcome(
    JobStatus Status, CheckpointId? LastCheckpoint, TaskFailure? Failure, TimeSpan Duration, IReadOnlyList<TaskMetrics> Tasks);
