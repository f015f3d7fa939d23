namespace Akka.Cluster.Sharding;

using Akka.Actor;

/// <summary>A strategy that is started with the actor system of its coordinator, before it is asked.</summary>
public interface IActorSystemDependentAllocationStrategy : IShardAllocationStrategy
{
    void Start(ActorSystem system);
}
