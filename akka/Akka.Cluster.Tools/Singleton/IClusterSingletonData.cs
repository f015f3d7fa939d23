namespace Akka.Cluster.Tools.Singleton;

/// <summary>What belongs to a state of a <see cref="ClusterSingletonManager"/>.</summary>
public interface IClusterSingletonData;
