namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Remote;

/// <summary>This node's part in a cluster: it joins, knows the members, and leaves.</summary>
/// <remarks>
/// <para>Members agree by gossip, without a master. Each has the whole state: members with their status, who reaches whom, and who has seen
/// this version of it. Now and then each sends the state, or only its version, to another one; the two versions are compared by vector
/// clocks, the younger one wins, and two that know not of each other are merged. When all members have seen a version and none is
/// unreachable, the first by address - the leader, who needs no election - moves members on: joining ones up, leaving ones out.</para>
/// <para>Each member gets heartbeats of some others. One that does not answer is marked unreachable; there is no agreement then, until it
/// answers again or is downed. Whether it may be downed, and by whom, is the matter of the downing provider: see
/// <see cref="SBR.SplitBrainResolverProvider"/>.</para>
/// </remarks>
public partial class Cluster : IExtension
{
    internal const string HeartbeatDispatcher = "akka-cluster-heartbeat";

    private readonly ActorSystemImpl _system;
    private readonly ILoggingAdapter _log;
    private readonly IActorRef _daemons;
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile MembershipState _state;
    private int _terminated;

    public Cluster(ActorSystemImpl system)
    {
        if (system.Provider is not IClusterActorRefProvider provider)
        {
            throw new ConfigurationException(
                $"ActorSystem [{system.Name}] needs a 'ClusterActorRefProvider' to be in a cluster, and has " +
                $"[{system.Provider.GetType()}]. " +
                "Set 'akka.actor.provider = cluster'.");
        }

        _system = system;
        _log = Logging.GetLogger(system, this);
        Settings = new ClusterSettings(system.Settings.Config, system.Name);
        SelfUniqueAddress = new UniqueAddress(provider.Transport.DefaultAddress, AddressUidExtension.Uid(system));
        _state = new MembershipState(Gossip.Empty, SelfUniqueAddress);
        FailureDetector = new DefaultFailureDetectorRegistry<Address>(() => FailureDetectorLoader.Load(
            Settings.FailureDetectorImplementationClass, Settings.FailureDetectorConfig, system));
        DowningProvider = MakeDowningProvider();
        RegisterHeartbeatDispatcher();

        _daemons = system.SystemActorOf(
            ClusterDaemon.Props(this).WithDispatcher(Settings.UseDispatcher).WithDeploy(Deploy.Local), "cluster");
        system.RegisterOnTermination(Shutdown);
        Subscribe(provider.RemoteWatcher, ClusterEvent.InitialStateAsSnapshot, typeof(ClusterEvent.IMemberEvent));
        LogInfo("Cluster Node [{0}] - Started up successfully", SelfAddress);
    }

    public ClusterSettings Settings { get; }

    public IDowningProvider DowningProvider { get; }

    public DefaultFailureDetectorRegistry<Address> FailureDetector { get; }

    public ExtendedActorSystem System => _system;

    public Address SelfAddress => SelfUniqueAddress.Address;

    public UniqueAddress SelfUniqueAddress { get; }

    public ImmutableHashSet<string> SelfRoles => Settings.Roles;

    /// <summary>This node as a member; its status is <see cref="MemberStatus.Removed"/> while it is none.</summary>
    public Member SelfMember
    {
        get
        {
            var state = _state;
            return state.Gossip.HasMember(SelfUniqueAddress)
                ? state.SelfMember
                : Member.Create(SelfUniqueAddress, Member.NotYetUp, MemberStatus.Removed, SelfRoles);
        }
    }

    public ClusterEvent.CurrentClusterState State => _state.ToClusterState();

    public bool IsTerminated => Volatile.Read(ref _terminated) != 0;

    public bool IsUp => SelfMember.Status == MemberStatus.Up;

    public static Cluster Get(ActorSystem system) => system.WithExtension<Cluster, ClusterExtension>();

    /// <summary>The path of an actor of this node as others reach it; that of another node's stays as it is.</summary>
    public ActorPath RemotePathOf(IActorRef actorRef)
    {
        var path = actorRef.Path;
        return string.IsNullOrEmpty(path.Address.Host)
            ? (new RootActorPath(SelfAddress) / path.Elements).WithUid(path.Uid)
            : path;
    }

    internal void UpdateState(MembershipState state)
    {
        _state = state;
        if (state.SelfMember.Status == MemberStatus.Up)
            _up.TrySetResult();
    }

    /// <summary>All actors of this node's part in the cluster have stopped.</summary>
    internal void Stopped() => _removed.TrySetResult();

    /// <summary>Ends the actors of this node's part in the cluster, without telling the others.</summary>
    internal void Shutdown()
    {
        if (Interlocked.Exchange(ref _terminated, 1) != 0)
            return;

        LogInfo("Cluster Node [{0}] - Shutting down...", SelfAddress);
        _system.Stop(_daemons);
        LogInfo("Cluster Node [{0}] - Successfully shut down", SelfAddress);
    }

    internal void LogInfo(string format, params object[] arguments)
    {
        if (Settings.LogInfo)
            _log.Info(format, arguments);
    }

    private IDowningProvider MakeDowningProvider()
    {
        try
        {
            return (IDowningProvider)Activator.CreateInstance(Settings.DowningProviderType, _system, this);
        }
        catch (MissingMethodException cause)
        {
            throw new ConfigurationException(
                $"'akka.cluster.downing-provider-class' is [{Settings.DowningProviderType}], which has no public constructor that takes " +
                "ActorSystem and Cluster. Give it one.",
                cause);
        }
        catch (global::System.Reflection.TargetInvocationException cause) when (cause.InnerException is not null)
        {
            throw new ConfigurationException(
                $"'akka.cluster.downing-provider-class' is [{Settings.DowningProviderType}], which could not be made: " +
                cause.InnerException.Message,
                cause.InnerException);
        }
    }

    /// <summary>A thread each for sending and answering heartbeats: a busy pool of threads must not look like a dead node.</summary>
    private void RegisterHeartbeatDispatcher()
    {
        var dispatchers = _system.Dispatchers;
        var config = ConfigurationFactory
            .ParseString($"id = {HeartbeatDispatcher}, type = PinnedDispatcher")
            .WithFallback(dispatchers.DefaultDispatcherConfig);
        dispatchers.RegisterConfigurator(HeartbeatDispatcher, new PinnedDispatcherConfigurator(config, dispatchers.Prerequisites));
    }
}
