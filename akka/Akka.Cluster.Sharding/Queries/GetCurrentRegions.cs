namespace Akka.Cluster.Sharding;

/// <summary>Asks a region for the nodes that have regions of its type; answered by <see cref="CurrentRegions"/>.</summary>
public sealed class GetCurrentRegions : IShardRegionQuery, IClusterShardingSerializable
{
    public static readonly GetCurrentRegions Instance = new();

    private GetCurrentRegions()
    {
    }

    public override string ToString() => nameof(GetCurrentRegions);
}
