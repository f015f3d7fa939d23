namespace Akka.Flink.AkkaContract.Tests.Sharding.Support;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>A strategy that gives each shard to the node that the test has chosen, and moves it there when it is elsewhere.</summary>
public sealed class ChosenRegions : Akka.Cluster.Sharding.IShardAllocationStrategy
{
    private readonly Address _self;
    private volatile ImmutableDictionary<string, Address> _homes = ImmutableDictionary<string, Address>.Empty;
    private volatile Address _default;

    public ChosenRegions(Address self, Address @default)
    {
        _self = self;
        _default = @default;
    }

    public void Choose(string shard, Address home) => _homes = _homes.SetItem(shard, home);

    public void ChooseForAllOthers(Address home) => _default = home;

    public Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations) =>
        Task.FromResult(currentShardAllocations.Keys.FirstOrDefault(region => AddressOf(region) == HomeOf(shardId))
            ?? currentShardAllocations.Keys.First());

    public Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress)
    {
        var wanted = currentShardAllocations.Keys.Select(AddressOf).ToHashSet();
        var moves = from entry in currentShardAllocations
                    from shard in entry.Value
                    let home = HomeOf(shard)
                    where home != AddressOf(entry.Key) && wanted.Contains(home) && !rebalanceInProgress.Contains(shard)
                    select shard;
        return Task.FromResult<IImmutableSet<string>>(moves.ToImmutableHashSet());
    }

    private Address HomeOf(string shard) => _homes.GetValueOrDefault(shard, _default);

    private Address AddressOf(IActorRef region) => region.Path.Address.HasLocalScope ? _self : region.Path.Address;
}
