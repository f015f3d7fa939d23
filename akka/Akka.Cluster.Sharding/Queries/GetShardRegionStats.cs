namespace Akka.Cluster.Sharding;

/// <summary>Asks a region how many entities each of its shards has; answered by <see cref="ShardRegionStats"/>.</summary>
public sealed class GetShardRegionStats : IShardRegionQuery, IClusterShardingSerializable
{
    public static readonly GetShardRegionStats Instance = new();

    private GetShardRegionStats()
    {
    }

    public override string ToString() => nameof(GetShardRegionStats);
}
