namespace Akka.Cluster;

/// <summary>A message between the members' daemons, bound to the serializer of the cluster.</summary>
public interface IClusterMessage;
