namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What the master of a job in a cluster begins with.</summary>
/// <param name="Cluster">The cluster's settings.</param>
/// <param name="Record">What is recorded of the job.</param>
/// <param name="Nodes">What nodes offer to it.</param>
/// <param name="SinceMs">Since when the nodes have been the same.</param>
internal sealed record MasterStart(ClusterSettings Cluster, JobRecord Record, ImmutableArray<NodeSlots> Nodes, long SinceMs);
