namespace Akka.Flink.Runtime;

/// <summary>What the protocol of a job takes beside the reports of tasks.</summary>
internal static class JobInputs
{
    /// <summary>Begin.</summary>
    public sealed record Start;

    /// <summary>The start of an attempt is durable.</summary>
    /// <param name="Attempt">Its number.</param>
    /// <param name="Checkpoint">What it goes on from; null to start afresh.</param>
    /// <param name="LastNumber">The number of the last checkpoint that completed, whatever became of it; 0 without one.</param>
    public sealed record AttemptDurable(int Attempt, CompletedCheckpoint? Checkpoint, long LastNumber);

    /// <summary>A completed checkpoint is durable.</summary>
    /// <param name="Checkpoint">The checkpoint.</param>
    public sealed record CheckpointDurable(CheckpointId Checkpoint);

    /// <summary>The end of the job is durable.</summary>
    public sealed record EndDurable;

    /// <summary>A task is gone, whether or not it said so.</summary>
    /// <param name="Attempt">Its attempt.</param>
    /// <param name="Subtask">Its subtask.</param>
    public sealed record TaskGone(AttemptId Attempt, SubtaskId Subtask);

    /// <summary>Something beside the tasks failed: an enumerator, or the restore.</summary>
    /// <param name="Attempt">The attempt.</param>
    /// <param name="Failure">Why.</param>
    public sealed record MasterFailed(int Attempt, TaskFailure Failure);

    /// <summary>An enumerator has something for a reader.</summary>
    /// <param name="Subtask">The reader's subtask.</param>
    /// <param name="Uid">The source.</param>
    /// <param name="Splits">The splits; null when no more will come.</param>
    public sealed record AssignSplits(SubtaskId Subtask, string Uid, IReadOnlyList<ReadOnlyMemory<byte>>? Splits)
    {
        /// <summary>What the enumerator tells the reader instead; null when it assigns.</summary>
        public ReadOnlyMemory<byte>? Event { get; init; }

        /// <summary>How far the source's watermark may go, instead; null when it assigns.</summary>
        public long? MaxWatermarkMs { get; init; }
    }

    /// <summary>Stop with a last checkpoint.</summary>
    public sealed record Stop;

    /// <summary>Stop without one.</summary>
    public sealed record Cancel;

    /// <summary>Time has passed: the deadline that the state named has come.</summary>
    public sealed record Tick;
}
