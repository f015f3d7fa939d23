namespace Akka.Flink.Runtime;

/// <summary>The subtask cannot take part in a checkpoint; the job goes on, within the tolerable number of failures.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Number">The checkpoint.</param>
/// <param name="Subtask">The subtask.</param>
/// <param name="Reason">Why.</param>
internal sealed record CheckpointDeclined(AttemptId Attempt, long Number, SubtaskId Subtask, string Reason) : ITaskMessage;
