namespace Akka.Cluster.Sharding;

using Akka.Actor;
using Akka.Event;

/// <summary>What regions and their coordinator say to each other.</summary>
internal static class ShardingProtocol
{
    /// <summary>What the coordinator does not see or say again: who sends it repeats it.</summary>
    internal interface IRepeated : IClusterShardingSerializable, IDeadLetterSuppression;

    internal sealed record Register(IActorRef Region) : IRepeated;

    internal sealed record RegisterProxy(IActorRef Proxy) : IRepeated;

    internal sealed record RegisterAck(IActorRef Coordinator) : IClusterShardingSerializable;

    internal sealed record GetShardHome(string Shard) : IRepeated;

    internal sealed record ShardHome(string Shard, IActorRef Region) : IClusterShardingSerializable;

    /// <summary>The region is the home of the shard; answered by <see cref="ShardStarted"/>.</summary>
    internal sealed record HostShard(string Shard) : IClusterShardingSerializable;

    internal sealed record ShardStarted(string Shard) : IRepeated;

    /// <summary>Forget where the shard is; answered by <see cref="BeginHandOffAck"/>.</summary>
    internal sealed record BeginHandOff(string Shard) : IRepeated;

    internal sealed record BeginHandOffAck(string Shard) : IRepeated;

    /// <summary>Nobody sends to the shard any more: stop it. Answered by <see cref="ShardStopped"/>.</summary>
    internal sealed record HandOff(string Shard) : IRepeated;

    internal sealed record ShardStopped(string Shard) : IRepeated;

    internal sealed record GracefulShutdownReq(IActorRef Region) : IRepeated;

    internal sealed record RegionStopped(IActorRef Region) : IRepeated;

    /// <summary>Asks a shard; answered by <see cref="ShardStats"/>.</summary>
    internal sealed record GetShardStats : IClusterShardingSerializable;

    internal sealed record ShardStats(string Shard, int EntityCount) : IClusterShardingSerializable;

    /// <summary>Asks a shard; answered by <see cref="ShardState"/>.</summary>
    internal sealed record GetCurrentShardState : IClusterShardingSerializable;

    /// <summary>Ends the coordinator when its singleton is handed over.</summary>
    internal sealed record Terminate : IDeadLetterSuppression;
}
