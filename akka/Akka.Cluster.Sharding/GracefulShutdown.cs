namespace Akka.Cluster.Sharding;

/// <summary>Makes a region hand over its shards and stop. Watch it to know when.</summary>
public sealed class GracefulShutdown : IShardRegionCommand
{
    public static readonly GracefulShutdown Instance = new();

    private GracefulShutdown()
    {
    }
}
