namespace Akka.Cluster.Sharding;

using Akka.Actor;
using Akka.Cluster.Sharding.Serialization;
using Akka.Cluster.Tools.Singleton;
using Akka.Configuration;

/// <summary>The reference configuration in a running system.</summary>
internal static class ShardingDefaults
{
    public static Config Config { get; } = ConfigurationFactory.FromResource<ClusterSharding>("Akka.Cluster.Sharding.sharding.conf");

    /// <summary>Adds the defaults, and the serializer, which a system that has started no longer takes from them.</summary>
    public static void AddTo(ActorSystem system)
    {
        SingletonDefaults.AddTo(system);
        system.Settings.InjectTopLevelFallback(Config);
        var serialization = system.Serialization;
        if (serialization.FindSerializerForType(typeof(IClusterShardingSerializable)) is ClusterShardingMessageSerializer)
            return;

        var serializer = new ClusterShardingMessageSerializer((ExtendedActorSystem)system);
        serialization.AddSerializer("akka-sharding", serializer);
        serialization.AddSerializationMap(typeof(IClusterShardingSerializable), serializer);
    }
}
