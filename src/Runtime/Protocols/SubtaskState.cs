namespace Akka.Flink.Runtime;

/// <summary>A subtask's part of a checkpoint.</summary>
/// <param name="Subtask">The subtask.</param>
/// <param name="Operators">Its operators' parts.</param>
internal sealed record SubtaskState(SubtaskId Subtask, IReadOnlyList<OperatorStateHandle> Operators);
