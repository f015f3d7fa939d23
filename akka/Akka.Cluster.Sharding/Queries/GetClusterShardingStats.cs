namespace Akka.Cluster.Sharding;

/// <summary>Asks a region how many entities each shard of the cluster has; answered by <see cref="ClusterShardingStats"/>.</summary>
public sealed class GetClusterShardingStats : IShardRegionQuery, IClusterShardingSerializable, IEquatable<GetClusterShardingStats>
{
    /// <summary>How long the regions have to answer; those that do not are left out.</summary>
    public readonly TimeSpan Timeout;

    public GetClusterShardingStats(TimeSpan timeout) => Timeout = timeout;

    public bool Equals(GetClusterShardingStats other) => other is not null && Timeout == other.Timeout;

    public override bool Equals(object obj) => Equals(obj as GetClusterShardingStats);

    public override int GetHashCode() => Timeout.GetHashCode();

    public override string ToString() => $"GetClusterShardingStats({Timeout})";
}
