namespace Akka.Cluster.Sharding;

/// <summary>A strategy that is started with its coordinator, before it is asked.</summary>
public interface IStartableAllocationStrategy : IShardAllocationStrategy
{
    void Start();
}
