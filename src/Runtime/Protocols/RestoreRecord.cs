namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>That an attempt began.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="At">When.</param>
/// <param name="Checkpoint">What it went on from; null when it started afresh.</param>
internal sealed record RestoreRecord(int Attempt, DateTimeOffset At, CheckpointId? Checkpoint)
{
    /// <summary>Where its sources went on, in words.</summary>
    public ImmutableArray<string> Positions { get; init; } = [];

    /// <summary>Why there was a new attempt; null where that is not recorded.</summary>
    public string? Cause { get; init; }
}
