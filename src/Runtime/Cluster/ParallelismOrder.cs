namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>The parallelism that was ordered for a job after it was submitted.</summary>
/// <param name="All">That of all operators; null for what the program says.</param>
/// <param name="ByUid">That of single operators, by uid, which wins over the other.</param>
internal sealed record ParallelismOrder(int? All, ImmutableSortedDictionary<string, int> ByUid)
{
    /// <summary>Nothing was ordered.</summary>
    public static ParallelismOrder None { get; } = new(null, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Takes a further order.</summary>
    /// <param name="parallelism">The parallelism.</param>
    /// <param name="uid">The operator; null for all, which revokes orders for single ones.</param>
    public ParallelismOrder With(int parallelism, string? uid) =>
        uid is null ? None with { All = parallelism } : this with { ByUid = ByUid.SetItem(uid, parallelism) };
}
