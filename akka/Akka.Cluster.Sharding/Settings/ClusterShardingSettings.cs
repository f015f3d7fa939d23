namespace Akka.Cluster.Sharding;

using Akka.Actor;
using Akka.Cluster.Tools.Singleton;
using Akka.Configuration;
using Akka.Coordination;

/// <summary>How the entities of one type are sharded.</summary>
public sealed class ClusterShardingSettings : INoSerializationVerificationNeeded
{
    public readonly ClusterSingletonManagerSettings CoordinatorSingletonSettings;
    public readonly string JournalPluginId;
    public readonly LeaseUsageSettings LeaseSettings;
    public readonly TimeSpan PassivateIdleEntityAfter;
    public readonly bool RememberEntities;
    public readonly RememberEntitiesStore RememberEntitiesStore;
    public readonly string Role;
    public readonly TimeSpan ShardRegionQueryTimeout;
    public readonly string SnapshotPluginId;
    public readonly StateStoreMode StateStoreMode;
    public readonly TuningParameters TuningParameters;

    public ClusterShardingSettings(
        string role,
        bool rememberEntities,
        string journalPluginId,
        string snapshotPluginId,
        TimeSpan passivateIdleEntityAfter,
        StateStoreMode stateStoreMode,
        RememberEntitiesStore rememberEntitiesStore,
        TimeSpan shardRegionQueryTimeout,
        TuningParameters tuningParameters,
        ClusterSingletonManagerSettings coordinatorSingletonSettings,
        LeaseUsageSettings leaseSettings)
    {
        Role = string.IsNullOrEmpty(role) ? null : role;
        RememberEntities = rememberEntities;
        JournalPluginId = journalPluginId;
        SnapshotPluginId = snapshotPluginId;
        PassivateIdleEntityAfter = passivateIdleEntityAfter;
        StateStoreMode = stateStoreMode;
        RememberEntitiesStore = rememberEntitiesStore;
        ShardRegionQueryTimeout = shardRegionQueryTimeout;
        TuningParameters = tuningParameters;
        CoordinatorSingletonSettings = coordinatorSingletonSettings;
        LeaseSettings = leaseSettings;
    }

    public static ClusterShardingSettings Create(ActorSystem system)
    {
        ShardingDefaults.AddTo(system);
        var config = system.Settings.Config;
        var sharding = config.GetConfig("akka.cluster.sharding");
        return Create(sharding, config.GetConfig(sharding.GetString("coordinator-singleton")));
    }

    public static ClusterShardingSettings Create(Config config, Config singletonConfig)
    {
        if (config.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<ClusterShardingSettings>();

        return new ClusterShardingSettings(
            config.GetString("role"),
            config.GetBoolean("remember-entities"),
            config.GetString("journal-plugin-id"),
            config.GetString("snapshot-plugin-id"),
            ReadPassivation(config),
            ReadStateStoreMode(config),
            RememberEntitiesStore.DData,
            config.GetTimeSpan("shard-region-query-timeout"),
            new TuningParameters(config),
            ClusterSingletonManagerSettings.Create(singletonConfig),
            ReadLease(config));
    }

    public ClusterShardingSettings WithRole(string role) => new(
        role, RememberEntities, JournalPluginId, SnapshotPluginId, PassivateIdleEntityAfter, StateStoreMode, RememberEntitiesStore,
        ShardRegionQueryTimeout, TuningParameters, CoordinatorSingletonSettings, LeaseSettings);

    public ClusterShardingSettings WithJournalPluginId(string journalPluginId) => new(
        Role, RememberEntities, journalPluginId, SnapshotPluginId, PassivateIdleEntityAfter, StateStoreMode, RememberEntitiesStore,
        ShardRegionQueryTimeout, TuningParameters, CoordinatorSingletonSettings, LeaseSettings);

    public ClusterShardingSettings WithSnapshotPluginId(string snapshotPluginId) => new(
        Role, RememberEntities, JournalPluginId, snapshotPluginId, PassivateIdleEntityAfter, StateStoreMode, RememberEntitiesStore,
        ShardRegionQueryTimeout, TuningParameters, CoordinatorSingletonSettings, LeaseSettings);

    public ClusterShardingSettings WithPassivateIdleAfter(TimeSpan duration) => new(
        Role, RememberEntities, JournalPluginId, SnapshotPluginId, duration, StateStoreMode, RememberEntitiesStore,
        ShardRegionQueryTimeout, TuningParameters, CoordinatorSingletonSettings, LeaseSettings);

    public ClusterShardingSettings WithCoordinatorSingletonSettings(ClusterSingletonManagerSettings coordinatorSingletonSettings) => new(
        Role, RememberEntities, JournalPluginId, SnapshotPluginId, PassivateIdleEntityAfter, StateStoreMode, RememberEntitiesStore,
        ShardRegionQueryTimeout, TuningParameters, coordinatorSingletonSettings, LeaseSettings);

    /// <summary>Whether a node is to have entities, and not just a proxy.</summary>
    internal bool ShouldHostShard(Cluster cluster) => Role is null || cluster.SelfRoles.Contains(Role);

    private static TimeSpan ReadPassivation(Config config) => config.GetString("passivate-idle-entity-after") is "off"
        ? TimeSpan.Zero
        : config.GetTimeSpan("passivate-idle-entity-after");

    private static StateStoreMode ReadStateStoreMode(Config config)
    {
        var mode = config.GetString("state-store-mode");
        return Enum.TryParse<StateStoreMode>(mode, ignoreCase: true, out var known) ? known : throw new ConfigurationException(
            $"'akka.cluster.sharding.state-store-mode' is [{mode}]. Set it to 'persistence'.");
    }

    private static LeaseUsageSettings ReadLease(Config config)
    {
        var lease = config.GetString("use-lease");
        return string.IsNullOrEmpty(lease) ? null : new LeaseUsageSettings(lease, TimeSpan.Zero);
    }
}
