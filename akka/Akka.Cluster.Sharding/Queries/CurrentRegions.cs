namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>The nodes that have regions of a type.</summary>
public sealed class CurrentRegions : IClusterShardingSerializable, IEquatable<CurrentRegions>
{
    public readonly IImmutableSet<Address> Regions;

    public CurrentRegions(IImmutableSet<Address> regions) => Regions = regions;

    public bool Equals(CurrentRegions other) => other is not null && Regions.SetEquals(other.Regions);

    public override bool Equals(object obj) => Equals(obj as CurrentRegions);

    public override int GetHashCode() => Regions.Count;

    public override string ToString() => $"CurrentRegions({string.Join(", ", Regions)})";
}
