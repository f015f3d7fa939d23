namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>A line of the list of nodes.</summary>
/// <param name="Node">Its unique address.</param>
/// <param name="Status">Its status as a member of the cluster.</param>
/// <param name="IsReachable">Whether it is.</param>
/// <param name="IsJobManager">Whether the job manager runs on it.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Slots">Its slots.</param>
/// <param name="FreeSlots">Those without a task.</param>
/// <param name="Version">The version of Akka.Flink that it runs.</param>
/// <param name="RestUrl">Where its REST API is.</param>
internal sealed record NodeSummary(
    string Node,
    string Status,
    bool IsReachable,
    bool IsJobManager,
    ImmutableArray<string> Roles,
    int Slots,
    int FreeSlots,
    string Version,
    string? RestUrl);
