namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>The commits of the last completed checkpoint.</summary>
/// <param name="Number">The checkpoint.</param>
/// <param name="Kind">What happens behind it.</param>
/// <param name="Committed">Who has committed, by the subtask's number in the plan.</param>
/// <param name="Missing">How many have not.</param>
internal sealed record CommitRound(long Number, CheckpointKind Kind, ImmutableArray<bool> Committed, int Missing);
