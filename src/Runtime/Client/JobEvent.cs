namespace Akka.Flink.Runtime;

// What observers of a job hear. One file: they are read together.

/// <summary>Something that happened to a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
internal abstract record JobEvent(JobId Job, DateTimeOffset At);

/// <summary>The job's status changed.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Status">The new status.</param>
/// <param name="Reason">Why, in a sentence; null when it goes without saying.</param>
internal sealed record StatusChanged(JobId Job, DateTimeOffset At, JobStatus Status, string? Reason) : JobEvent(Job, At);

/// <summary>An attempt begins.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Attempt">Its number.</param>
/// <param name="RestoredFrom">The checkpoint that it resumes from; null when it starts afresh.</param>
/// <param name="Positions">Where the readers of sources resume, in words such as <c>access.log @ byte 1048576, record 5000</c>.</param>
internal sealed record AttemptBegan(
    JobId Job, DateTimeOffset At, int Attempt, CheckpointId? RestoredFrom, IReadOnlyList<string> Positions) : JobEvent(Job, At);

/// <summary>A checkpoint completed.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Kind">What happens behind it.</param>
/// <param name="DurationMs">From its trigger until it was durable.</param>
/// <param name="WrittenBytes">What was written for it.</param>
/// <param name="StateBytes">What a restore would read.</param>
internal sealed record CheckpointDone(
    JobId Job, DateTimeOffset At, CheckpointId Checkpoint, CheckpointKind Kind, long DurationMs, long WrittenBytes, long StateBytes)
    : JobEvent(Job, At);

/// <summary>A checkpoint failed or timed out; the job goes on if that is tolerable.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Reason">Why.</param>
internal sealed record CheckpointFailed(JobId Job, DateTimeOffset At, CheckpointId Checkpoint, string Reason) : JobEvent(Job, At);

/// <summary>A savepoint is complete.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Path">Its directory.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record SavepointDone(JobId Job, DateTimeOffset At, string Path, long Bytes) : JobEvent(Job, At);

/// <summary>A savepoint came to nothing.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Path">Its directory.</param>
/// <param name="Reason">Why.</param>
internal sealed record SavepointFailed(JobId Job, DateTimeOffset At, string Path, string Reason) : JobEvent(Job, At);

/// <summary>A task failed, and with it its attempt.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Failure">Why.</param>
/// <param name="RestartsIn">When the next attempt begins; null when there is none.</param>
internal sealed record AttemptFailed(JobId Job, DateTimeOffset At, int Attempt, TaskFailure Failure, TimeSpan? RestartsIn)
    : JobEvent(Job, At);

/// <summary>What all tasks have counted, once a second.</summary>
/// <param name="Job">The job.</param>
/// <param name="At">When.</param>
/// <param name="Tasks">One for each subtask.</param>
/// <param name="LastCheckpoint">The last completed checkpoint; null before the first.</param>
internal sealed record JobReport(JobId Job, DateTimeOffset At, IReadOnlyList<TaskMetrics> Tasks, CheckpointDone? LastCheckpoint)
    : JobEvent(Job, At);
