namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>What a sink prepared with a checkpoint.</summary>
internal sealed record Transaction(AttemptId Attempt, long Number, int Subtask, IReadOnlyList<Record> Records);
