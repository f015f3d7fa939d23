namespace Akka.Flink.Runtime;

using Akka.Actor;

// What tasks tell the job master. One file: they are read together.

/// <summary>Phase 1 is done.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Task">The task, to which everything goes from now on.</param>
/// <param name="GraphFingerprint">What job graph the task was made of.</param>
internal sealed record TaskDeployed(AttemptId Attempt, SubtaskId Subtask, IActorRef Task, string GraphFingerprint) : ITaskMessage;

/// <summary>Phase 2 is done.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskConnected(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;

/// <summary>Phase 3 is done: the operators are open.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskRunning(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;

/// <summary>A reader asks its enumerator for a split.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Uid">The source.</param>
/// <param name="Subtask">The reader's subtask of the source.</param>
internal sealed record SplitRequested(AttemptId Attempt, string Uid, int Subtask) : ITaskMessage;

/// <summary>The subtask's part of a checkpoint is durable.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators' parts.</param>
/// <param name="Statistics">How long it took.</param>
internal sealed record CheckpointAcknowledged(
    AttemptId Attempt, long Number, SubtaskId Subtask, IReadOnlyList<OperatorStateHandle> Operators, CheckpointStatistics Statistics)
    : ITaskMessage;

/// <summary>How long a subtask's part of a checkpoint took, in milliseconds, and how much it wrote.</summary>
/// <param name="AlignmentMs">From the first barrier to the last.</param>
/// <param name="SyncMs">While no record was processed.</param>
/// <param name="AsyncMs">From there until everything was durable.</param>
/// <param name="WrittenBytes">Handed to the store for this checkpoint.</param>
/// <param name="IsBase">Whether any keyed state was written whole.</param>
internal sealed record CheckpointStatistics(long AlignmentMs, long SyncMs, long AsyncMs, long WrittenBytes, bool IsBase);

/// <summary>The subtask cannot take part in a checkpoint; the job goes on, within the tolerable number of failures.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Reason">Why.</param>
internal sealed record CheckpointDeclined(AttemptId Attempt, long Number, SubtaskId Subtask, string Reason) : ITaskMessage;

/// <summary>What was prepared for a checkpoint is committed.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record CheckpointCommitted(AttemptId Attempt, long Number, SubtaskId Subtask) : ITaskMessage;

/// <summary>All inputs have ended, and everything is flushed. The task stays and takes part in checkpoints, until it is told to
/// finish.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskEnded(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;

/// <summary>The task has failed. It closes its operators and stops itself; <see cref="TaskStopped"/> follows.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Failure">Why.</param>
internal sealed record TaskFailed(AttemptId Attempt, SubtaskId Subtask, TaskFailure Failure) : ITaskMessage;

/// <summary>Why a task failed.</summary>
/// <param name="Domain">Whose turn it is: decides whether the restart strategy is asked.</param>
/// <param name="IsRecoverable">Whether another attempt may help.</param>
/// <param name="Message">What happened, with operator, subtask, key and the record's timestamp where they are known.</param>
/// <param name="Details">The exception as text; null without.</param>
/// <param name="Exception">The exception itself where it was thrown in this process; null elsewhere.</param>
internal sealed record TaskFailure(ErrorDomain Domain, bool IsRecoverable, string Message, string? Details, Exception? Exception);

/// <summary>The operators are closed; the task is gone.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskStopped(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;

/// <summary>What a subtask has counted so far; sent to whoever samples.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators, in order.</param>
/// <param name="BackPressuredMs">How long it could not write, since it runs.</param>
/// <param name="BusyMs">How long it worked, since it runs.</param>
internal sealed record TaskMetrics(
    AttemptId Attempt, SubtaskId Subtask, IReadOnlyList<OperatorMetricsSample> Operators, long BackPressuredMs, long BusyMs) : ITaskMessage;

/// <summary>What one operator of a subtask has counted.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Name">Its name.</param>
/// <param name="RecordsIn">Records that came in.</param>
/// <param name="RecordsOut">Records that went out.</param>
/// <param name="WatermarkMs">The last watermark; the smallest long before the first.</param>
/// <param name="Counters">Other counters by name, such as <c>numLateRecordsDropped</c>.</param>
internal sealed record OperatorMetricsSample(
    string Uid, string Name, long RecordsIn, long RecordsOut, long WatermarkMs, IReadOnlyDictionary<string, long> Counters);
