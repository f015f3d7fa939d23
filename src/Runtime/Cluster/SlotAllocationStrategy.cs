namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;

/// <summary>A slot is on the node in its name, or nowhere: its shard never moves, so no hand-off is ever waited for.</summary>
/// <param name="cluster">The cluster; tells nodes apart that had the same address one after another.</param>
internal sealed class SlotAllocationStrategy(Cluster cluster) : IShardAllocationStrategy
{
    /// <inheritdoc/>
    public Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations)
    {
        var node = NodeAddresses.Parse(shardId[..Math.Max(0, shardId.LastIndexOf('/'))]);
        if (node is null || !cluster.State.Members.Any(member => member.UniqueAddress == node))
            return Task.FromException<IActorRef>(ClusterErrors.SlotWithoutNode(shardId));

        foreach (var region in currentShardAllocations.Keys)
        {
            var address = region.Path.Address.HasLocalScope ? cluster.SelfAddress : region.Path.Address;
            if (address.Equals(node.Address))
                return Task.FromResult(region);
        }

        return Task.FromException<IActorRef>(ClusterErrors.SlotWithoutNode(shardId));
    }

    /// <inheritdoc/>
    public Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress) =>
        Task.FromResult<IImmutableSet<string>>(ImmutableHashSet<string>.Empty);
}
