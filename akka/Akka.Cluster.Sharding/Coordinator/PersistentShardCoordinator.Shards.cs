namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.Sharding.CoordinatorEvents;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <content>Shards that get a home, and that move.</content>
internal sealed partial class PersistentShardCoordinator
{
    private void ReceiveGetShardHome(string shard, IActorRef requester)
    {
        if (_moving.TryGetValue(shard, out var waiting))
        {
            waiting.Add(requester);
            return;
        }

        // Requests that are not answered are repeated.
        if (_aliveRegions.Count < _minMembers)
        {
            _log.Debug("{0}: GetShardHome [{1}] ignored: [{2}] of [{3}] regions have registered",
                _typeName, shard, _aliveRegions.Count, _minMembers);
        }
        else if (_state.Shards.TryGetValue(shard, out var home))
        {
            if (!_regionsEnding.Contains(home))
                requester.Tell(new ShardHome(shard, home));
        }
        else
        {
            AskForHome(shard, requester);
        }
    }

    private void AskForHome(string shard, IActorRef requester)
    {
        var candidates = Candidates();
        if (candidates.IsEmpty)
            return;

        Task<IActorRef> choice;
        try
        {
            choice = _strategy.AllocateShard(requester, shard, candidates);
        }
        catch (Exception cause)
        {
            choice = Task.FromException<IActorRef>(cause);
        }

        if (choice.IsCompletedSuccessfully)
        {
            ReceiveAllocated(new Allocated(shard, choice.Result, requester, null));
            return;
        }

        choice.PipeTo(
            Self,
            success: region => new Allocated(shard, region, requester, null),
            failure: cause => new Allocated(shard, null, requester, cause));
    }

    private ImmutableDictionary<IActorRef, IImmutableList<string>> Candidates() =>
        _state.Regions.RemoveRange(_regionsShuttingDown.Concat(_regionsEnding));

    private void ReceiveAllocated(Allocated answer)
    {
        var (shard, region, requester, cause) = answer;
        if (cause is not null)
        {
            _log.Error(cause, "{0}: The allocation strategy failed for shard [{1}]; it is asked again: {2}",
                _typeName, shard, cause.Message);
        }
        else if (_moving.ContainsKey(shard) || _state.Shards.ContainsKey(shard))
        {
            ReceiveGetShardHome(shard, requester);
        }
        else if (region is not null && Candidates().ContainsKey(region))
        {
            Update(new ShardHomeAllocated(shard, region), () =>
            {
                _log.Debug("{0}: Shard [{1}] allocated at [{2}]", _typeName, shard, region);
                TellHost(shard, region);
                if (!requester.Equals(region))
                    requester.Tell(new ShardHome(shard, region));
            });
        }
        else
        {
            _log.Debug("{0}: Allocated region [{1}] for shard [{2}] is not (any longer) one of the registered ones",
                _typeName, region, shard);
        }
    }

    private void TellHost(string shard, IActorRef region)
    {
        region.Tell(new HostShard(shard));
        if (_unconfirmedShards.Remove(shard, out var earlier))
            earlier.Cancel();
        _unconfirmedShards.Add(shard, Context.System.Scheduler.ScheduleTellOnceCancelable(
            _tuning.ShardStartTimeout, Self, new RepeatHost(shard, region), Self));
    }

    private void ReceiveShardStarted(string shard)
    {
        if (_unconfirmedShards.Remove(shard, out var repeating))
            repeating.Cancel();
    }

    private void ReceiveRepeatHost(RepeatHost repeat)
    {
        if (!_unconfirmedShards.ContainsKey(repeat.Shard))
            return;

        if (_state.Shards.TryGetValue(repeat.Shard, out var home) && home.Equals(repeat.Region) && !_moving.ContainsKey(repeat.Shard))
            TellHost(repeat.Shard, home);
        else
            _unconfirmedShards.Remove(repeat.Shard);
    }

    private void AskForRebalance()
    {
        var candidates = Candidates();
        if (candidates.IsEmpty)
            return;

        Task<IImmutableSet<string>> choice;
        try
        {
            choice = _strategy.Rebalance(candidates, _moving.Keys.ToImmutableHashSet());
        }
        catch (Exception cause)
        {
            choice = Task.FromException<IImmutableSet<string>>(cause);
        }

        if (choice.IsCompletedSuccessfully)
            Move(choice.Result);
        else
            choice.PipeTo(Self, success: shards => new Chosen(shards), failure: RebalanceFailed);
    }

    private Chosen RebalanceFailed(Exception cause)
    {
        _log.Error(cause, "{0}: The allocation strategy failed to rebalance; it is asked again: {1}", _typeName, cause.Message);
        return new Chosen(ImmutableHashSet<string>.Empty);
    }

    private void Move(IReadOnlyCollection<string> shards)
    {
        foreach (var shard in shards)
        {
            if (_moving.ContainsKey(shard) || !_state.Shards.TryGetValue(shard, out var home) || _regionsEnding.Contains(home))
                continue;

            _log.Debug("{0}: Moving shard [{1}] from [{2}]", _typeName, shard, home);
            ReceiveShardStarted(shard);
            _moving.Add(shard, []);
            _workers.Add(Context.Watch(Context.ActorOf(RebalanceWorker
                .Props(shard, home, [.. _state.Regions.Keys, .. _state.Proxies], _tuning.HandOffTimeout)
                .WithDispatcher(Context.Props.Dispatcher))));
        }
    }

    private void ReceiveMoved(RebalanceWorker.Finished finished)
    {
        if (!finished.IsDone)
        {
            _log.Warning("{0}: Shard [{1}] has not stopped within [{2}] and keeps its home",
                _typeName, finished.Shard, _tuning.HandOffTimeout);
            AnswerWaiting(finished.Shard);
        }
        else if (_state.Shards.ContainsKey(finished.Shard))
        {
            Update(new ShardHomeDeallocated(finished.Shard), () => AnswerWaiting(finished.Shard));
        }
        else
        {
            AnswerWaiting(finished.Shard);
        }
    }

    private void AnswerWaiting(string shard)
    {
        if (!_moving.Remove(shard, out var waiting))
            return;

        foreach (var requester in waiting)
            Self.Tell(new GetShardHome(shard), requester);
    }
}
