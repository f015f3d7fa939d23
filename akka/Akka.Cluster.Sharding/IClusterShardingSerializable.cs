namespace Akka.Cluster.Sharding;

/// <summary>A message of sharding that crosses nodes, or is kept in the journal.</summary>
public interface IClusterShardingSerializable;
