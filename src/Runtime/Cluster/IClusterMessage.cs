namespace Akka.Flink.Runtime;

/// <summary>What nodes of a cluster say to each other beside what job masters and tasks do: <see cref="ClusterProtocol"/> and the answers
/// in it. Each has an entry in the serializer's table.</summary>
internal interface IClusterMessage : IWireMessage;
