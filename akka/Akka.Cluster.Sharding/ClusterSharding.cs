namespace Akka.Cluster.Sharding;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;
using static Akka.Cluster.Sharding.ClusterShardingGuardian;

/// <summary>Entities that are spread over the nodes of a cluster, and reached by their ids.</summary>
/// <remarks>See <c>ShardRegion</c> for how a message finds its entity, and <c>PersistentShardCoordinator</c> for where that is.</remarks>
public class ClusterSharding : IExtension
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, IActorRef> _regions = new();
    private readonly ConcurrentDictionary<string, IActorRef> _proxies = new();
    private readonly ExtendedActorSystem _system;
    private readonly Cluster _cluster;
    private readonly Lazy<IActorRef> _guardian;

    public ClusterSharding(ExtendedActorSystem system)
    {
        _system = system;
        _cluster = Cluster.Get(system);
        Settings = ClusterShardingSettings.Create(system);
        _guardian = new Lazy<IActorRef>(StartGuardian);
    }

    public ClusterShardingSettings Settings { get; }

    /// <summary>The types that have been started here with a region, not those with a proxy only.</summary>
    public ImmutableHashSet<string> ShardTypeNames => [.. _regions.Keys];

    public static ClusterSharding Get(ActorSystem system) => system.WithExtension<ClusterSharding, ClusterShardingExtensionProvider>();

    public static Config DefaultConfig() => ShardingDefaults.Config;

    public IShardAllocationStrategy DefaultShardAllocationStrategy(ClusterShardingSettings settings)
    {
        var tuning = settings.TuningParameters;
        return tuning.LeastShardAllocationAbsoluteLimit > 0
            ? ShardAllocationStrategy.LeastShardAllocationStrategy(
                tuning.LeastShardAllocationAbsoluteLimit, tuning.LeastShardAllocationRelativeLimit)
            : new LeastShardAllocationStrategy(
                tuning.LeastShardAllocationRebalanceThreshold, tuning.LeastShardAllocationMaxSimultaneousRebalance);
    }

    public IActorRef Start(
        string typeName,
        Props entityProps,
        ClusterShardingSettings settings,
        IMessageExtractor messageExtractor,
        IShardAllocationStrategy allocationStrategy,
        object handOffStopMessage) =>
        StartAsync(typeName, entityProps, settings, messageExtractor, allocationStrategy, handOffStopMessage).GetAwaiter().GetResult();

    public IActorRef Start(
        string typeName, Props entityProps, ClusterShardingSettings settings, IMessageExtractor messageExtractor) =>
        StartAsync(typeName, entityProps, settings, messageExtractor).GetAwaiter().GetResult();

    public IActorRef Start(
        string typeName,
        Func<string, Props> entityPropsFactory,
        ClusterShardingSettings settings,
        IMessageExtractor messageExtractor,
        IShardAllocationStrategy allocationStrategy,
        object handOffStopMessage) =>
        StartAsync(typeName, entityPropsFactory, settings, messageExtractor, allocationStrategy, handOffStopMessage)
            .GetAwaiter().GetResult();

    public IActorRef Start(
        string typeName, Func<string, Props> entityPropsFactory, ClusterShardingSettings settings, IMessageExtractor messageExtractor) =>
        StartAsync(typeName, entityPropsFactory, settings, messageExtractor).GetAwaiter().GetResult();

    public Task<IActorRef> StartAsync(
        string typeName,
        Props entityProps,
        ClusterShardingSettings settings,
        IMessageExtractor messageExtractor,
        IShardAllocationStrategy allocationStrategy,
        object handOffStopMessage) =>
        StartAsync(typeName, _ => entityProps, settings, messageExtractor, allocationStrategy, handOffStopMessage);

    public Task<IActorRef> StartAsync(
        string typeName, Props entityProps, ClusterShardingSettings settings, IMessageExtractor messageExtractor) =>
        StartAsync(typeName, _ => entityProps, settings, messageExtractor);

    public Task<IActorRef> StartAsync(
        string typeName, Func<string, Props> entityPropsFactory, ClusterShardingSettings settings, IMessageExtractor messageExtractor) =>
        StartAsync(
            typeName, entityPropsFactory, settings, messageExtractor, DefaultShardAllocationStrategy(settings), PoisonPill.Instance);

    /// <summary>The region of a type on this node; a proxy when the node does not have the role for it.</summary>
    public async Task<IActorRef> StartAsync(
        string typeName,
        Func<string, Props> entityPropsFactory,
        ClusterShardingSettings settings,
        IMessageExtractor messageExtractor,
        IShardAllocationStrategy allocationStrategy,
        object handOffStopMessage)
    {
        RefuseUnsupported(settings);
        if (!settings.ShouldHostShard(_cluster))
            return await StartProxyAsync(typeName, settings.Role, messageExtractor).ConfigureAwait(false);

        var started = await _guardian.Value.Ask<Started>(
            new Start(typeName, entityPropsFactory, settings, messageExtractor, allocationStrategy, handOffStopMessage),
            StartTimeout).ConfigureAwait(false);
        return _regions.GetOrAdd(typeName, started.Region);
    }

    public IActorRef StartProxy(string typeName, string role, IMessageExtractor messageExtractor) =>
        StartProxyAsync(typeName, role, messageExtractor).GetAwaiter().GetResult();

    /// <summary>Reaches the entities of a type from a node that has none.</summary>
    public async Task<IActorRef> StartProxyAsync(string typeName, string role, IMessageExtractor messageExtractor)
    {
        var started = await _guardian.Value
            .Ask<Started>(new StartProxy(typeName, Settings.WithRole(role), messageExtractor), StartTimeout)
            .ConfigureAwait(false);
        return _proxies.GetOrAdd(typeName, started.Region);
    }

    /// <summary>The region of a type, or its proxy when there is no region here.</summary>
    public IActorRef ShardRegion(string typeName) =>
        _regions.TryGetValue(typeName, out var region) || _proxies.TryGetValue(typeName, out region)
            ? region
            : throw ShardingErrors.NotStarted(typeName, nameof(Start));

    public IActorRef ShardRegionProxy(string typeName) =>
        _proxies.TryGetValue(typeName, out var proxy) ? proxy : throw ShardingErrors.NotStarted(typeName, nameof(StartProxy));

    private static void RefuseUnsupported(ClusterShardingSettings settings)
    {
        if (settings.RememberEntities)
            throw ShardingErrors.Unsupported("remember-entities", "on", "Set it to off");
        if (settings.StateStoreMode != StateStoreMode.Persistence)
            throw ShardingErrors.Unsupported("state-store-mode", settings.StateStoreMode, "Set it to 'persistence'");
        if (settings.PassivateIdleEntityAfter > TimeSpan.Zero)
            throw ShardingErrors.Unsupported("passivate-idle-entity-after", settings.PassivateIdleEntityAfter, "Set it to off");
        if (settings.LeaseSettings is not null)
            throw ShardingErrors.Unsupported("use-lease", settings.LeaseSettings.LeaseImplementation, "Leave it empty");
    }

    private IActorRef StartGuardian()
    {
        var sharding = _system.Settings.Config.GetConfig("akka.cluster.sharding");
        var dispatcher = sharding.GetString("use-dispatcher");
        return _system.SystemActorOf(
            Props().WithDispatcher(string.IsNullOrEmpty(dispatcher) ? "akka.actor.internal-dispatcher" : dispatcher),
            sharding.GetString("guardian-name"));
    }
}
