namespace Akka.Flink.State.OperatorState;

using Akka.Flink.State.Keyed;

/// <summary>What a backend of operator state is told.</summary>
/// <param name="Uid">The operator's uid.</param>
/// <param name="Subtask">The subtask's index.</param>
/// <param name="Parallelism">How many subtasks there are.</param>
/// <param name="Types">Where serializers are found.</param>
internal sealed record OperatorStateSetup(string Uid, int Subtask, int Parallelism, StateTypes Types);
