namespace Akka.Cluster.Sharding;

/// <summary>Makes a shard region do something.</summary>
public interface IShardRegionCommand;
