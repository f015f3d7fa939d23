namespace Akka.Cluster.Tools.Singleton;

using Akka.Actor;
using Akka.Cluster.Tools.Singleton.Serialization;
using Akka.Configuration;
using Akka.Coordination;

/// <summary>The reference configuration in a running system.</summary>
internal static class SingletonDefaults
{
    public static Config Config { get; } =
        ConfigurationFactory.FromResource<ClusterSingletonManager>("Akka.Cluster.Tools.Singleton.singleton.conf");

    /// <summary>Adds the defaults, and the serializer, which a system that has started no longer takes from them.</summary>
    public static void AddTo(ActorSystem system)
    {
        system.Settings.InjectTopLevelFallback(Config);
        var serialization = system.Serialization;
        if (serialization.FindSerializerForType(typeof(HandOverToMe)) is ClusterSingletonMessageSerializer)
            return;

        var serializer = new ClusterSingletonMessageSerializer((ExtendedActorSystem)system);
        serialization.AddSerializer("akka-singleton", serializer);
        serialization.AddSerializationMap(typeof(IClusterSingletonMessage), serializer);
    }

    /// <summary>The lease that a section with the keys <c>use-lease</c> and <c>lease-retry-interval</c> says; null for none.</summary>
    public static LeaseUsageSettings ReadLease(Config config)
    {
        var lease = config.GetString("use-lease");
        return string.IsNullOrEmpty(lease) ? null : new LeaseUsageSettings(lease, config.GetTimeSpan("lease-retry-interval"));
    }
}
