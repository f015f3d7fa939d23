namespace Akka.Flink.Runtime;

/// <summary>Phase 2 is done.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subtask">The subtask.</param>
internal sealed record TaskConnected(AttemptId Attempt, SubtaskId Subtask) : ITaskMessage;
