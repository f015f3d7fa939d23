namespace Akka.Cluster.Sharding;

using Akka.Actor;

/// <summary>What a coordinator keeps in the journal.</summary>
internal static class CoordinatorEvents
{
    internal interface ICoordinatorEvent : IClusterShardingSerializable;

    internal sealed record ShardRegionRegistered(IActorRef Region) : ICoordinatorEvent;

    internal sealed record ShardRegionProxyRegistered(IActorRef Proxy) : ICoordinatorEvent;

    internal sealed record ShardRegionTerminated(IActorRef Region) : ICoordinatorEvent;

    internal sealed record ShardRegionProxyTerminated(IActorRef Proxy) : ICoordinatorEvent;

    internal sealed record ShardHomeAllocated(string Shard, IActorRef Region) : ICoordinatorEvent;

    internal sealed record ShardHomeDeallocated(string Shard) : ICoordinatorEvent;
}
