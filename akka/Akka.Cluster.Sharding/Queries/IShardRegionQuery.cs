namespace Akka.Cluster.Sharding;

/// <summary>Asks a shard region something.</summary>
public interface IShardRegionQuery;
