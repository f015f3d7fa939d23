namespace Akka.Cluster.Tools.Singleton;

/// <summary>A message between the managers of one singleton on different nodes.</summary>
public interface IClusterSingletonMessage;
