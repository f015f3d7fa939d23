namespace Akka.Cluster.Sharding;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>The entities of one type on one node, and the way to those on all others.</summary>
/// <remarks>
/// <para>An entity belongs to a shard, a shard has its home in a region, and the coordinator, a singleton, knows which. A region that gets
/// a message for a shard that it does not know asks the coordinator, keeps what comes meanwhile, and sends it on when it has the answer:
/// to another region, or to the shard, its child, which has the entities as children.</para>
/// <para>A shard moves in this order: the coordinator makes all regions forget where it is, so that from then on they keep messages; when
/// all have confirmed, it makes the home stop the shard, which stops its entities; when that is done the shard has no home, and the next
/// region that asks gets it one. Nothing of another shard waits meanwhile. What is on its way to the home when it stops is dropped there:
/// sent on, it could arrive after what was sent later.</para>
/// </remarks>
internal sealed partial class ShardRegion : ActorBase, IWithTimers
{
    private readonly Cluster _cluster = Cluster.Get(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<string, ShardRoute> _routes = [];
    private readonly Dictionary<IActorRef, ShardRoute> _running = [];
    private readonly HashSet<IActorRef> _otherRegions = [];
    private readonly TaskCompletionSource<Done> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _typeName;
    private readonly Func<string, Props> _entityProps;
    private readonly ClusterShardingSettings _settings;
    private readonly string[] _coordinatorPath;
    private readonly IMessageExtractor _extractor;
    private readonly object _handOffStopMessage;
    private ImmutableSortedSet<Member> _membersByAge = ImmutableSortedSet<Member>.Empty.WithComparer(Member.AgeOrdering);
    private IActorRef _coordinator;
    private TimeSpan _registrationDelay = FirstRegistrationDelay;
    private int _waitingCount;
    private bool _isShuttingDown;
    private bool _hasWarnedOfFullBuffer;

    /// <summary>Without <paramref name="entityProps"/> it is a proxy, which has no shards.</summary>
    public ShardRegion(
        string typeName,
        Func<string, Props> entityProps,
        ClusterShardingSettings settings,
        string coordinatorPath,
        IMessageExtractor messageExtractor,
        object handOffStopMessage)
    {
        _typeName = typeName;
        _entityProps = entityProps;
        _settings = settings;
        _coordinatorPath = coordinatorPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _extractor = messageExtractor;
        _handOffStopMessage = handOffStopMessage;
        AddShutdownTask();
    }

    public ITimerScheduler Timers { get; set; }

    private bool IsProxy => _entityProps is null;

    public static Props Props(
        string typeName,
        Func<string, Props> entityProps,
        ClusterShardingSettings settings,
        string coordinatorPath,
        IMessageExtractor messageExtractor,
        object handOffStopMessage) => Akka.Actor.Props
            .Create(() => new ShardRegion(typeName, entityProps, settings, coordinatorPath, messageExtractor, handOffStopMessage))
            .WithDeploy(Deploy.Local);

    protected override void PreStart()
    {
        base.PreStart();
        _cluster.Subscribe(Self, typeof(IMemberEvent));
        Timers.StartPeriodicTimer(nameof(Retry), Retry.Instance, _settings.TuningParameters.RetryInterval);
        ScheduleRegistration();
    }

    protected override void PostStop()
    {
        base.PostStop();
        _cluster.Unsubscribe(Self);
        _stopped.TrySetResult(Done.Instance);
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case IClusterShardingSerializable control when IsHandled(control):
                return true;
            case Retry:
                RepeatRequests();
                return true;
            case TryToRegister:
                Register();
                return true;
            case IShardRegionCommand command:
                return IsHandled(command);
            case Terminated terminated:
                ReceiveTerminated(terminated.ActorRef);
                return true;
            case CurrentClusterState state:
                Follow(_membersByAge.Union(state.Members.Where(IsCandidate)));
                return true;
            case IMemberEvent change:
                ReceiveMember(change);
                return true;
            default:
                return IsDelivered(message);
        }
    }

    private bool IsHandled(IClusterShardingSerializable message)
    {
        switch (message)
        {
            case ShardHome home:
                ReceiveHome(home.Shard, home.Region);
                return true;
            case HostShard host:
                ReceiveHome(host.Shard, Self);
                Sender.Tell(new ShardStarted(host.Shard));
                return true;
            case BeginHandOff begin:
                Forget(begin.Shard);
                Sender.Tell(new BeginHandOffAck(begin.Shard));
                return true;
            case HandOff handOff:
                StopShard(handOff);
                return true;
            case RegisterAck ack:
                ReceiveCoordinator(ack.Coordinator);
                return true;
            case IShardRegionQuery query:
                return IsAnswered(query);
            default:
                return false;
        }
    }

    private bool IsHandled(IShardRegionCommand command)
    {
        if (command is not GracefulShutdown)
            return false;

        BeginToShutDown();
        return true;
    }

    /// <summary>The shards are handed over while this node is still a member.</summary>
    private void AddShutdownTask()
    {
        var self = Self;
        CoordinatedShutdown.Get(Context.System).AddTask(
            CoordinatedShutdown.PhaseClusterShardingShutdownRegion,
            "region-shutdown",
            () =>
            {
                if (_cluster.IsTerminated || _cluster.SelfMember.Status == MemberStatus.Down)
                    return Task.FromResult(Done.Instance);

                self.Tell(GracefulShutdown.Instance);
                return _stopped.Task;
            });
    }

    private sealed record Retry : INoSerializationVerificationNeeded
    {
        public static readonly Retry Instance = new();
    }

    private sealed record TryToRegister : INoSerializationVerificationNeeded;
}
