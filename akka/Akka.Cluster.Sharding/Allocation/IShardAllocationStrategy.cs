namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>Decides in which region a shard has its home, and which shards move. It runs with the coordinator.</summary>
public interface IShardAllocationStrategy : INoSerializationVerificationNeeded
{
    /// <summary>The home of a shard that has none.</summary>
    /// <param name="requester">The region that wants to send to it.</param>
    /// <param name="shardId">The shard.</param>
    /// <param name="currentShardAllocations">All regions, with their shards in the order in which they got them.</param>
    Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations);

    /// <summary>The shards to be moved; each is allocated anew when it has stopped. Called at every interval.</summary>
    /// <param name="currentShardAllocations">All regions, with their shards in the order in which they got them.</param>
    /// <param name="rebalanceInProgress">The shards that are being moved, which must not be in the answer.</param>
    Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress);
}
