namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using static Akka.Cluster.Sharding.CoordinatorEvents;

/// <summary>The regions, and which shard has its home in which: the sum of the coordinator's events.</summary>
internal sealed record CoordinatorState(
    ImmutableDictionary<string, IActorRef> Shards,
    ImmutableDictionary<IActorRef, IImmutableList<string>> Regions,
    ImmutableHashSet<IActorRef> Proxies) : IClusterShardingSerializable
{
    public static CoordinatorState Empty { get; } = new(
        ImmutableDictionary<string, IActorRef>.Empty,
        ImmutableDictionary<IActorRef, IImmutableList<string>>.Empty,
        ImmutableHashSet<IActorRef>.Empty);

    public static CoordinatorState Of(
        IEnumerable<KeyValuePair<string, IActorRef>> shards, IEnumerable<IActorRef> regions, IEnumerable<IActorRef> proxies)
    {
        var byShard = shards.ToImmutableDictionary();
        var byRegion = regions.ToDictionary(region => region, _ => ImmutableList.CreateBuilder<string>());
        foreach (var (shard, region) in byShard)
            byRegion[region].Add(shard);
        return new CoordinatorState(
            byShard,
            byRegion.ToImmutableDictionary(entry => entry.Key, entry => (IImmutableList<string>)entry.Value.ToImmutable()),
            [.. proxies]);
    }

    public CoordinatorState Updated(ICoordinatorEvent change) => change switch
    {
        ShardRegionRegistered registered => Regions.ContainsKey(registered.Region)
            ? throw ShardingErrors.Contradiction(change, "the region is registered already")
            : this with { Regions = Regions.Add(registered.Region, ImmutableList<string>.Empty) },
        ShardRegionProxyRegistered registered => this with { Proxies = Proxies.Add(registered.Proxy) },
        ShardRegionTerminated terminated => WithoutRegion(terminated.Region),
        ShardRegionProxyTerminated terminated => this with { Proxies = Proxies.Remove(terminated.Proxy) },
        ShardHomeAllocated allocated => Allocated(allocated),
        ShardHomeDeallocated deallocated => Deallocated(deallocated),
        _ => throw ShardingErrors.Contradiction(change, "it is of an unknown kind"),
    };

    private CoordinatorState WithoutRegion(IActorRef region)
    {
        if (!Regions.TryGetValue(region, out var shards))
            throw ShardingErrors.Contradiction(new ShardRegionTerminated(region), "the region is not registered");

        return this with { Regions = Regions.Remove(region), Shards = Shards.RemoveRange(shards) };
    }

    private CoordinatorState Allocated(ShardHomeAllocated change)
    {
        if (!Regions.TryGetValue(change.Region, out var shards))
            throw ShardingErrors.Contradiction(change, "the region is not registered");
        if (Shards.TryGetValue(change.Shard, out var home))
            throw ShardingErrors.Contradiction(change, $"the shard has its home in [{home}]");

        return this with
        {
            Shards = Shards.Add(change.Shard, change.Region),
            Regions = Regions.SetItem(change.Region, shards.Add(change.Shard)),
        };
    }

    private CoordinatorState Deallocated(ShardHomeDeallocated change)
    {
        if (!Shards.TryGetValue(change.Shard, out var home))
            throw ShardingErrors.Contradiction(change, "the shard has no home");

        return this with
        {
            Shards = Shards.Remove(change.Shard),
            Regions = Regions.SetItem(home, Regions[home].Remove(change.Shard)),
        };
    }
}
