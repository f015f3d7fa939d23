namespace Akka.Flink.Runtime;

/// <summary>What came of a step of the checkpoint protocol.</summary>
/// <param name="State">The new state.</param>
/// <param name="Verdict">What it means for the job.</param>
/// <param name="Reason">Why, where the verdict needs it.</param>
internal readonly record struct CheckpointStep(
    CheckpointState State, CheckpointVerdict Verdict = CheckpointVerdict.GoOn, string? Reason = null);
