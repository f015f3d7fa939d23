namespace Akka.Flink.Chaos.Tests.Cluster;

using Akka.Flink.Cluster.Tests.Support;

/// <summary>A node behind the network.</summary>
/// <param name="Number">Its number in the network, from 0.</param>
/// <param name="PublicPort">The port at which the others reach it.</param>
/// <param name="Process">Its process.</param>
internal sealed record ChaosNode(int Number, int PublicPort, ClusterNode Process)
{
    public override string ToString() => $"node {Number}";
}
