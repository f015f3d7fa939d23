namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>How many entities each shard of the cluster has, by node.</summary>
public sealed class ClusterShardingStats : IClusterShardingSerializable, IEquatable<ClusterShardingStats>
{
    public readonly IImmutableDictionary<Address, ShardRegionStats> Regions;

    public ClusterShardingStats(IImmutableDictionary<Address, ShardRegionStats> regions) => Regions = regions;

    public bool Equals(ClusterShardingStats other) =>
        other is not null && Regions.Count == other.Regions.Count && Regions.All(other.Regions.Contains);

    public override bool Equals(object obj) => Equals(obj as ClusterShardingStats);

    public override int GetHashCode() => Regions.Count;

    public override string ToString() => $"ClusterShardingStats({string.Join(", ", Regions)})";
}
