namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;
using Akka.Event;

/// <summary>A slot is on the node in its name, or nowhere: its shard never moves, so no hand-off is ever waited for.</summary>
/// <remarks>For a slot whose node is not there, or not yet, nobody is named: sharding takes that for a region that has just gone, and asks
/// again as long as something waits for the slot. It would write an error with each failure; here a node is warned of once.</remarks>
/// <param name="cluster">The cluster; tells nodes apart that had the same address one after another.</param>
internal sealed class SlotAllocationStrategy(Cluster cluster) : IShardAllocationStrategy
{
    private readonly ILoggingAdapter _log = Logging.GetLogger(cluster.System, typeof(SlotAllocationStrategy));
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations)
    {
        var name = shardId[..Math.Max(0, shardId.LastIndexOf('/'))];
        var region = NodeAddresses.Parse(name) is { } node ? RegionOf(node, currentShardAllocations.Keys) : null;
        if (region is null && _warned.TryAdd(name, true))
            _log.Warning("[{0}]", ClusterErrors.SlotWithoutNode(shardId).Message);
        return Task.FromResult(region ?? ActorRefs.Nobody);
    }

    /// <inheritdoc/>
    public Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress) =>
        Task.FromResult<IImmutableSet<string>>(ImmutableHashSet<string>.Empty);

    private IActorRef? RegionOf(UniqueAddress node, IEnumerable<IActorRef> regions) =>
        cluster.State.Members.Any(member => member.UniqueAddress == node)
            ? regions.FirstOrDefault(region => AddressOf(region).Equals(node.Address))
            : null;

    private Address AddressOf(IActorRef region) =>
        region.Path.Address.HasLocalScope ? cluster.SelfAddress : region.Path.Address;
}
