namespace Akka.Cluster.Sharding;

using Akka.Cluster.Sharding.Internal;

/// <summary>The strategies that there are.</summary>
public static class ShardAllocationStrategy
{
    /// <summary>
    /// Gives a shard to the region that has the fewest, and moves shards until all have about as many, in rounds of at most
    /// <paramref name="absoluteLimit"/> shards and <paramref name="relativeLimit"/> of all.
    /// </summary>
    public static IShardAllocationStrategy LeastShardAllocationStrategy(int absoluteLimit, double relativeLimit) =>
        new LimitedLeastShardAllocationStrategy(absoluteLimit, relativeLimit);
}
