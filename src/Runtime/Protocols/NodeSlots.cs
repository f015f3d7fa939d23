namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>The slots that a node offers to a job: free ones, and those that the job has already.</summary>
/// <param name="Node">The node's unique address.</param>
/// <param name="Slots">The slots' numbers, the smallest first.</param>
internal sealed record NodeSlots(string Node, ImmutableArray<int> Slots);
