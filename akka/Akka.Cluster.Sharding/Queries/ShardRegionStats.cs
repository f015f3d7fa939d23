namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;

/// <summary>How many entities each shard of a region has.</summary>
public sealed class ShardRegionStats : IClusterShardingSerializable, IEquatable<ShardRegionStats>
{
    /// <summary>The shards that did not answer in time.</summary>
    public readonly IImmutableSet<string> Failed;
    public readonly IImmutableDictionary<string, int> Stats;

    public ShardRegionStats(IImmutableDictionary<string, int> stats)
        : this(stats, ImmutableHashSet<string>.Empty)
    {
    }

    public ShardRegionStats(IImmutableDictionary<string, int> stats, IImmutableSet<string> failed)
    {
        Stats = stats;
        Failed = failed;
    }

    public bool Equals(ShardRegionStats other) => other is not null
        && Failed.SetEquals(other.Failed)
        && Stats.Count == other.Stats.Count
        && Stats.All(other.Stats.Contains);

    public override bool Equals(object obj) => Equals(obj as ShardRegionStats);

    public override int GetHashCode() => HashCode.Combine(Stats.Count, Failed.Count);

    public override string ToString() => $"ShardRegionStats([{string.Join(", ", Stats)}], failed [{string.Join(", ", Failed)}])";
}
