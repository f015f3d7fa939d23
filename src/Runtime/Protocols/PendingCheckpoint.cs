namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>A checkpoint in progress.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What happens behind it.</param>
/// <param name="IsBase">Whether keyed state is written whole.</param>
/// <param name="TriggeredAtMs">When it was triggered.</param>
/// <param name="DeadlineMs">When it is given up.</param>
/// <param name="Parts">The acknowledgements, by the subtask's number in the plan; null where there is none yet.</param>
/// <param name="Missing">How many are missing.</param>
internal sealed record PendingCheckpoint(
    long Number,
    CheckpointKind Kind,
    bool IsBase,
    long TriggeredAtMs,
    long DeadlineMs,
    ImmutableArray<CheckpointAcknowledged?> Parts,
    int Missing)
{
    /// <summary>The directory of the savepoint that it is, too; null when it is none.</summary>
    public string? Savepoint { get; init; }

    /// <summary>What is being made durable; from here on the checkpoint cannot be given up any more. Null before.</summary>
    public CompletedCheckpoint? Completing { get; init; }
}
