namespace Akka.Flink.Chaos.Tests.Faults;

using Akka.Flink.Chaos.Tests.Cluster;
using Akka.Flink.Kafka.Tests.Cluster;

/// <summary>All that faults can be done to.</summary>
/// <param name="Cluster">The nodes and what lies between them.</param>
/// <param name="Broker">The broker.</param>
/// <param name="Disk">The disk that the nodes share.</param>
/// <param name="Orders">The folder for orders to fail.</param>
internal sealed record Arena(ChaosCluster Cluster, Broker Broker, SharedDisk Disk, string Orders);
