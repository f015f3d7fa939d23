namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding.Internal;

/// <summary>
/// Gives a shard to the region that has the fewest, and moves shards from the fullest region to the emptiest when these differ by more
/// than a threshold, a few at a time.
/// </summary>
public class LeastShardAllocationStrategy : AbstractLeastShardAllocationStrategy
{
    private readonly int _rebalanceThreshold;
    private readonly int _maxSimultaneousRebalance;

    public LeastShardAllocationStrategy(int rebalanceThreshold, int maxSimultaneousRebalance)
    {
        _rebalanceThreshold = rebalanceThreshold;
        _maxSimultaneousRebalance = maxSimultaneousRebalance;
    }

    public override Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress)
    {
        if (rebalanceInProgress.Count >= _maxSimultaneousRebalance)
            return Nothing;

        var entries = RegionEntriesFor(currentShardAllocations);
        if (!IsAGoodTimeToRebalance(entries))
            return Nothing;

        var fewest = MostSuitable(entries).ShardIds.Count;
        var most = currentShardAllocations.Values
            .Select(shards => shards.Where(shard => !rebalanceInProgress.Contains(shard)).ToList())
            .MaxBy(shards => shards.Count);
        var difference = most.Count - fewest;
        if (difference <= _rebalanceThreshold)
            return Nothing;

        var count = Math.Min(
            Math.Min(difference - _rebalanceThreshold, _rebalanceThreshold),
            _maxSimultaneousRebalance - rebalanceInProgress.Count);
        return Task.FromResult<IImmutableSet<string>>(most.Order(StringComparer.Ordinal).Take(count).ToImmutableHashSet());
    }
}
