namespace Akka.Cluster;

using Akka.Actor;
using Akka.Event;
using Akka.Remote;
using static Akka.Cluster.InternalClusterAction;

/// <summary>Holds this node's view of the cluster and changes it: by what it is told, by gossip, and as the leader.</summary>
/// <remarks>States: uninitialized, trying to join, initialized. All of them are left by stopping only.</remarks>
internal sealed partial class ClusterCoreDaemon : ReceiveActor, IWithTimers
{
    /// <summary>For how long a removed member is remembered: no gossip that knows it may be under way for longer.</summary>
    private static readonly TimeSpan TombstonesLast = TimeSpan.FromHours(24);

    private readonly ILoggingAdapter _log;
    private readonly Cluster _cluster;
    private readonly ClusterSettings _settings;
    private readonly UniqueAddress _self;
    private readonly VectorClock.Node _clockNode;
    private readonly IActorRef _publisher;
    private readonly CoordinatedShutdown _shutdown;
    private readonly HashSet<UniqueAddress> _exitingConfirmed = [];
    private readonly TaskCompletionSource<Done> _selfExiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MembershipState _state;
    private bool _isExiting;
    private int _leaderActionsWithoutConvergence;

    public ClusterCoreDaemon(Cluster cluster, IActorRef publisher)
    {
        _cluster = cluster;
        _settings = cluster.Settings;
        _self = cluster.SelfUniqueAddress;
        _log = Logging.GetLogger(Context.System, $"Cluster Node [{_self.Address}]");
        _clockNode = Gossip.ClockNode(_self);
        _publisher = publisher;
        _shutdown = CoordinatedShutdown.Get(Context.System);
        _state = new MembershipState(Gossip.Empty, _self);
        Uninitialized();
    }

    public ITimerScheduler Timers { get; set; }

    private Gossip Latest => _state.Gossip;

    public static Props Props(Cluster cluster, IActorRef publisher) =>
        Akka.Actor.Props.Create(() => new ClusterCoreDaemon(cluster, publisher));

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(QuarantinedEvent));
        AddShutdownTasks();
        Start(Tick.Gossip, _settings.GossipInterval);
        Start(Tick.ReapUnreachable, _settings.UnreachableNodesReaperInterval);
        Start(Tick.LeaderActions, _settings.LeaderActionsInterval);
        if (_settings.SeedNodes.IsEmpty)
            _cluster.LogInfo("No seed-nodes configured, manual cluster join required");
        else
            Self.Tell(new JoinSeedNodes(_settings.SeedNodes));
    }

    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        _selfExiting.TrySetResult(Done.Instance);
    }

    private void Start(Tick tick, TimeSpan interval)
    {
        var initialDelay = interval > _settings.PeriodicTasksInitialDelay ? interval : _settings.PeriodicTasksInitialDelay;
        Timers.StartPeriodicTimer(tick, tick, initialDelay, interval);
    }

    private void Initialized()
    {
        Receive<Tick>(tick =>
        {
            switch (tick)
            {
                case Tick.Gossip:
                    GossipTick();
                    break;
                case Tick.GossipSpeedup:
                    SendGossip();
                    break;
                case Tick.ReapUnreachable:
                    ReapUnreachable();
                    break;
                case Tick.LeaderActions:
                    LeaderActions();
                    break;
            }
        });
        Receive<GossipEnvelope>(ReceiveGossip);
        Receive<GossipStatus>(ReceiveGossipStatus);
        Receive<InitJoin>(_ => AnswerInitJoin());
        Receive<Join>(join => Joining(join));
        Receive<Leave>(leave => Leaving(leave.Address));
        Receive<Down>(down => Downing(down.Address));
        Receive<QuarantinedEvent>(quarantined => Quarantined(new UniqueAddress(quarantined.Address, quarantined.Uid)));
        Receive<ExitingConfirmed>(confirmed => ReceiveExitingConfirmed(confirmed.Address));
        Receive<ExitingCompletedRequest>(_ => CompleteExiting());
        Receive<JoinTo>(join => _log.Info("Trying to join [{0}] when already part of a cluster, ignoring", join.Address));
        Receive<JoinSeedNodes>(join => _log.Info(
            "Trying to join seed nodes [{0}] when already part of a cluster, ignoring", string.Join(", ", join.SeedNodes)));
        Receive<Welcome>(_ => { });
    }

    /// <summary>Makes a change of this node known: nobody else has seen it yet.</summary>
    private void Update(Gossip changed)
    {
        _state = _state with { Gossip = changed.Increment(_clockNode).OnlySeen(_self) };
        Publish();
    }

    private void Publish() => _publisher.Tell(new PublishChanges(_state));

    private void LogInfo(string format, params object[] arguments)
    {
        if (_settings.LogInfo)
            _log.Info(format, arguments);
    }

    private ActorSelection DaemonAt(Address address) => Context.ActorSelection(new RootActorPath(address) / Self.Path.Elements);
}
