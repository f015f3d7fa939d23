namespace Akka.Flink.Chaos.Tests.Cluster;

using Akka.Flink.Cluster.Tests.Support;

/// <summary>A node behind the network.</summary>
/// <param name="Number">Its number in the network, from 0.</param>
/// <param name="PublicPort">The port at which the others reach it.</param>
/// <param name="Seeds">The nodes that it asks to let it join; none if it begins a cluster.</param>
/// <param name="Process">Its process.</param>
internal sealed record ChaosNode(int Number, int PublicPort, IReadOnlyList<ChaosNode> Seeds, ClusterNode Process)
{
    /// <summary>Whether it was seen to be a member.</summary>
    public bool HasJoined { get; set; }

    public override string ToString() => $"node {Number}";
}
