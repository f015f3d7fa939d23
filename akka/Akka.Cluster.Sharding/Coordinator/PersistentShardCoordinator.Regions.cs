namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.Sharding.CoordinatorEvents;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <content>Regions that come and go.</content>
internal sealed partial class PersistentShardCoordinator
{
    private void BeginAfterRecovery()
    {
        _log.Debug("{0}: Coordinator has recovered [{1}] regions with [{2}] shards", _typeName, _state.Regions.Count, _state.Shards.Count);
        foreach (var (shard, region) in _state.Shards)
            TellHost(shard, region);

        foreach (var region in _state.Regions.Keys)
        {
            // To watch those of members that are gone would take time.
            if (IsMember(region))
                Context.Watch(region);
            else
                EndRegion(region);
        }

        foreach (var proxy in _state.Proxies)
        {
            if (IsMember(proxy))
                Context.Watch(proxy);
            else
                EndProxy(proxy);
        }
    }

    private bool IsMember(IActorRef region) => region.Path.Address.HasLocalScope
        || _cluster.State.Members.Any(member => member.Address == region.Path.Address);

    private void ReceiveRegister(IActorRef region)
    {
        if (!IsMember(region))
        {
            _log.Debug("{0}: Registration of [{1}] ignored: its node is no member", _typeName, region);
            return;
        }

        _aliveRegions.Add(region);
        _regionsShuttingDown.Remove(region);
        if (_state.Regions.ContainsKey(region))
        {
            region.Tell(new RegisterAck(Self));
            return;
        }

        Update(new ShardRegionRegistered(region), () =>
        {
            Context.Watch(region);
            region.Tell(new RegisterAck(Self));
        });
    }

    private void ReceiveRegisterProxy(IActorRef proxy)
    {
        if (!IsMember(proxy))
            return;

        if (_state.Proxies.Contains(proxy))
        {
            proxy.Tell(new RegisterAck(Self));
            return;
        }

        Update(new ShardRegionProxyRegistered(proxy), () =>
        {
            Context.Watch(proxy);
            proxy.Tell(new RegisterAck(Self));
        });
    }

    private void ReceiveGracefulShutdown(IActorRef region)
    {
        if (!_state.Regions.TryGetValue(region, out var shards))
            return;

        if (_regionsShuttingDown.Add(region))
            _log.Debug("{0}: Graceful shutdown of region [{1}] with [{2}] shards", _typeName, region, shards.Count);
        Move(shards);
    }

    private void ReceiveTerminated(IActorRef actor)
    {
        if (_workers.Remove(actor))
            return;

        if (_state.Proxies.Contains(actor))
        {
            EndProxy(actor);
        }
        else if (_removalMargin > TimeSpan.Zero && _state.Regions.ContainsKey(actor))
        {
            // It may run on, in a node that has not noticed yet that it was downed.
            _regionsEnding.Add(actor);
            Context.System.Scheduler.ScheduleTellOnce(_removalMargin, Self, new EndRegionAfterMargin(actor), Self);
        }
        else
        {
            EndRegion(actor);
        }
    }

    private void EndRegion(IActorRef region)
    {
        foreach (var worker in _workers)
            worker.Tell(new RebalanceWorker.RegionGone(region));
        if (!_state.Regions.TryGetValue(region, out var shards))
            return;

        _log.Debug("{0}: Region terminated [{1}] with [{2}] shards", _typeName, region, shards.Count);
        _regionsEnding.Add(region);
        Update(new ShardRegionTerminated(region), () =>
        {
            _regionsEnding.Remove(region);
            _regionsShuttingDown.Remove(region);
            _aliveRegions.Remove(region);
            // Their entities may have been at work without being asked to.
            foreach (var shard in shards)
                Self.Tell(new GetShardHome(shard), Self);
        });
    }

    private void EndProxy(IActorRef proxy)
    {
        foreach (var worker in _workers)
            worker.Tell(new RebalanceWorker.RegionGone(proxy));
        Update(new ShardRegionProxyTerminated(proxy), () => { });
    }

    private void AnswerRegions(IActorRef requester) =>
        requester.Tell(new CurrentRegions(_state.Regions.Keys.Select(AddressOf).ToImmutableHashSet()));

    private void AnswerStats(TimeSpan timeout) =>
        CollectStats([.. _state.Regions.Keys.Select(region => (AddressOf(region), region))], timeout).PipeTo(Sender, Self);

    private static async Task<ClusterShardingStats> CollectStats(List<(Address, IActorRef)> regions, TimeSpan timeout)
    {
        var answers = await Asking.Collect<Address, ShardRegionStats>(regions, GetShardRegionStats.Instance, timeout).ConfigureAwait(false);
        return new ClusterShardingStats(answers.ToImmutableDictionary());
    }

    private Address AddressOf(IActorRef region) => region.Path.Address.HasLocalScope ? _cluster.SelfAddress : region.Path.Address;
}
