namespace Akka.Flink.Chaos.Tests.Cluster;

/// <summary>What a cluster says of a node.</summary>
internal sealed record NodeView(string Node, string Status, bool IsReachable, bool IsJobManager);
