namespace Akka.Cluster.Sharding.Internal;

using System.Collections.Immutable;
using Akka.Actor;
using static Akka.Cluster.ClusterEvent;

/// <summary>Gives a shard to the region that has the fewest.</summary>
public abstract class AbstractLeastShardAllocationStrategy : IActorSystemDependentAllocationStrategy
{
    private Cluster _cluster;

    protected AbstractLeastShardAllocationStrategy()
    {
    }

    protected virtual CurrentClusterState ClusterState => _cluster.State;

    protected virtual Member SelfMember => _cluster.SelfMember;

    internal static Task<IImmutableSet<string>> Nothing { get; } = Task.FromResult<IImmutableSet<string>>(ImmutableHashSet<string>.Empty);

    public void Start(ActorSystem system) => _cluster = Cluster.Get(system);

    public Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations)
    {
        var entries = RegionEntriesFor(currentShardAllocations);
        // None when no region is of a member that is known yet: the region will ask again.
        return Task.FromResult(entries.IsEmpty ? null : MostSuitable(entries).Region);
    }

    public abstract Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress);

    internal static RegionEntry MostSuitable(IEnumerable<RegionEntry> regionEntries) => Sorted(regionEntries).First();

    internal static IOrderedEnumerable<RegionEntry> Sorted(IEnumerable<RegionEntry> regionEntries) => regionEntries
        .OrderBy(entry => entry.Member.Status is MemberStatus.Leaving or MemberStatus.Exiting or MemberStatus.Down)
        .ThenBy(entry => entry.ShardIds.Count)
        .ThenBy(entry => entry.Member);

    /// <summary>Moving a shard needs all regions, so it must wait until none is on its way in, or cannot be reached.</summary>
    protected bool IsAGoodTimeToRebalance(IEnumerable<RegionEntry> regionEntries)
    {
        var state = ClusterState;
        return regionEntries.Any()
            && state.Unreachable.IsEmpty
            && !state.Members.Any(member => member.Status is MemberStatus.Joining or MemberStatus.WeaklyUp);
    }

    /// <summary>The regions whose members are known.</summary>
    protected ImmutableList<RegionEntry> RegionEntriesFor(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations)
    {
        var members = ClusterState.Members.ToDictionary(member => member.Address);
        var entries = ImmutableList.CreateBuilder<RegionEntry>();
        foreach (var (region, shards) in currentShardAllocations)
        {
            var address = region.Path.Address.HasLocalScope ? SelfMember.Address : region.Path.Address;
            if (members.TryGetValue(address, out var member))
                entries.Add(new RegionEntry(region, member, shards));
        }

        return entries.ToImmutable();
    }

    /// <summary>A region, the member that it is on, and its shards.</summary>
    public sealed class RegionEntry
    {
        public RegionEntry(IActorRef region, Member member, IImmutableList<string> shardIds)
        {
            Region = region;
            Member = member;
            ShardIds = shardIds;
        }

        public Member Member { get; }

        public IActorRef Region { get; }

        public IImmutableList<string> ShardIds { get; }
    }
}
