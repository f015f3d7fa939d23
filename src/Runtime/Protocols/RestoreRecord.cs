namespace Akka.Flink.Runtime;

/// <summary>That an attempt began.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="At">When.</param>
/// <param name="Checkpoint">What it went on from; null when it started afresh.</param>
internal sealed record RestoreRecord(int Attempt, DateTimeOffset At, CheckpointId? Checkpoint);
