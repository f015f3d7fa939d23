namespace Akka.Cluster.Sharding.Internal;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>Moves shards in rounds, so many as the limits allow, from the regions that have more than their share.</summary>
internal sealed class LimitedLeastShardAllocationStrategy(int absoluteLimit, double relativeLimit) : AbstractLeastShardAllocationStrategy
{
    public override Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress)
    {
        // One round after the other.
        if (rebalanceInProgress.Count > 0)
            return Nothing;

        var entries = Sorted(RegionEntriesFor(currentShardAllocations)).ToList();
        if (!IsAGoodTimeToRebalance(entries))
            return Nothing;

        var shardCount = entries.Sum(entry => entry.ShardIds.Count);
        var share = (shardCount + entries.Count - 1) / entries.Count;
        var limit = Math.Max(1, Math.Min((int)(relativeLimit * shardCount), absoluteLimit));
        var excess = entries.SelectMany(entry => entry.ShardIds.Take(Math.Max(0, entry.ShardIds.Count - share))).Take(limit);
        var chosen = excess.ToImmutableHashSet();
        return chosen.IsEmpty ? EvenOut(entries, share, limit) : Task.FromResult<IImmutableSet<string>>(chosen);
    }

    /// <summary>No region is above its share, but one may be two below: then one of each full region evens it out.</summary>
    private static Task<IImmutableSet<string>> EvenOut(List<RegionEntry> entries, int share, int limit)
    {
        var missing = entries.Sum(entry => Math.Max(0, share - 1 - entry.ShardIds.Count));
        if (missing == 0)
            return Nothing;

        var full = entries.Where(entry => entry.ShardIds.Count == share);
        var chosen = full.Take(Math.Min(missing, limit)).Select(entry => entry.ShardIds[0]);
        return Task.FromResult<IImmutableSet<string>>(chosen.ToImmutableHashSet());
    }
}
