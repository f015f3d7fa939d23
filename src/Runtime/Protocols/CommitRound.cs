namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>The commits of the last completed checkpoint.</summary>
/// <param name="Number">The checkpoint.</param>
/// <param name="Kind">What happens behind it.</param>
/// <param name="Committed">Who has committed, by the subtask's number in the plan.</param>
/// <param name="Missing">How many have not.</param>
internal sealed record CommitRound(long Number, CheckpointKind Kind, ImmutableArray<bool> Committed, int Missing)
{
    /// <summary>The directory of the savepoint whose manifest is being written; null when none is.</summary>
    public string? Savepoint { get; init; }

    /// <summary>Whether everything is done that the end of the job waits for.</summary>
    public bool IsEnd => Missing == 0 && Savepoint is null && Kind != CheckpointKind.Periodic;
}
