namespace Akka.Flink.Runtime;

/// <summary>All inputs have ended, and everything is flushed. The task stays and takes part in checkpoints, until it is told to
/// finish.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskEnded(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;
