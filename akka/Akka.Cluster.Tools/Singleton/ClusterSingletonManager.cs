namespace Akka.Cluster.Tools.Singleton;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;
using static Akka.Cluster.Tools.Singleton.HandOverProtocol;

/// <summary>Runs one actor in the whole cluster: the managers on all nodes see to it that only that on the oldest member has it.</summary>
/// <remarks>
/// <para>Members that know of each other agree on who is the oldest, but not at the same moment. So the one that becomes the oldest asks
/// the one that was for the hand-over, again and again, and starts the singleton only when that one has confirmed that its own has stopped,
/// or has been removed from the cluster for longer than the removal margin. The one that is no longer the oldest offers the hand-over to
/// the new one, in case that does not know yet.</para>
/// <para>A member that crashes is removed when it is downed; that is done on the side of a partition that goes on, and the margin is the
/// time in which the other side notices that it has lost. With a lease there is a further guard: the singleton starts when the lease is
/// held, and stops when it is lost.</para>
/// <para>Changes of the oldest come one at a time, each when the one before has settled: see <see cref="OldestChangedBuffer"/>.</para>
/// </remarks>
public sealed partial class ClusterSingletonManager : FSM<ClusterSingletonState, IClusterSingletonData>
{
    private const string HandOverRetryTimer = "hand-over-retry";
    private const string TakeOverRetryTimer = "take-over-retry";
    private const string LeaseRetryTimer = "lease-retry";

    private readonly Cluster _cluster = Cluster.Get(Context.System);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Props _singletonProps;
    private readonly object _terminationMessage;
    private readonly ClusterSingletonManagerSettings _settings;
    private readonly TimeSpan _removalMargin;
    private readonly int _maxHandOverRetries;
    private readonly int _maxTakeOverRetries;
    private readonly HashSet<UniqueAddress> _removed = [];
    private readonly TaskCompletionSource<Done> _exiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IActorRef _buffer;
    private bool _isBufferAsked;
    private bool _hasExited;

    public ClusterSingletonManager(Props singletonProps, object terminationMessage, ClusterSingletonManagerSettings settings)
    {
        if (!string.IsNullOrEmpty(settings.Role) && !_cluster.SelfRoles.Contains(settings.Role))
        {
            throw new ArgumentException(
                $"This member [{_cluster.SelfAddress}] with the roles [{string.Join(", ", _cluster.SelfRoles)}] does not have the role " +
                $"[{settings.Role}] of the singleton [{Self.Path}]. Start the manager on members with the role only, or add the role.",
                nameof(settings));
        }

        SingletonDefaults.AddTo(Context.System);
        _singletonProps = singletonProps;
        _terminationMessage = terminationMessage;
        _settings = settings;
        _removalMargin = settings.RemovalMargin > TimeSpan.Zero ? settings.RemovalMargin : _cluster.DowningProvider.DownRemovalMargin;
        var leastRetries = Context.System.Settings.Config.GetInt("akka.cluster.singleton.min-number-of-hand-over-retries");
        _maxHandOverRetries = Math.Max(leastRetries, (int)(_removalMargin / settings.HandOverRetryInterval) + 3);
        _maxTakeOverRetries = Math.Max(1, _maxHandOverRetries - 3);
        _lease = MakeLease();
        AddShutdownTasks();
        MoveTo(ClusterSingletonState.Start, null);
    }

    public static Config DefaultConfig() => SingletonDefaults.Config;

    public static Props Props(Props singletonProps, ClusterSingletonManagerSettings settings) =>
        Props(singletonProps, PoisonPill.Instance, settings);

    /// <summary>The termination message makes the singleton stop when it is handed over; the new one starts when it has.</summary>
    public static Props Props(Props singletonProps, object terminationMessage, ClusterSingletonManagerSettings settings) =>
        Akka.Actor.Props.Create(() => new ClusterSingletonManager(singletonProps, terminationMessage, settings))
            .WithDispatcher("akka.actor.internal-dispatcher")
            .WithDeploy(Deploy.Local);

    protected override void PreStart()
    {
        if (_cluster.IsTerminated)
            throw SingletonErrors.ClusterTerminated(Self.Path);

        base.PreStart();
        _cluster.Subscribe(Self, InitialStateAsEvents, typeof(MemberRemoved), typeof(MemberDowned));
        Self.Tell(new StartOldestChangedBuffer());
    }

    protected override void PostStop()
    {
        _cluster.Unsubscribe(Self);
        ReleaseLease();
        _exiting.TrySetResult(Done.Instance);
        base.PostStop();
    }

    internal override bool React(object message) => IsHandledInState(message) || IsHandledAnywhere(message);

    private bool IsHandledInState(object message) => StateName switch
    {
        ClusterSingletonState.Start => IsHandledAtStart(message),
        ClusterSingletonState.Younger => IsHandledWhileYounger(message, (YoungerData)StateData),
        ClusterSingletonState.BecomingOldest => IsHandledWhileBecomingOldest(message, (BecomingOldestData)StateData),
        ClusterSingletonState.AcquiringLease => IsHandledWhileAcquiringLease(message, (AcquiringLeaseData)StateData),
        ClusterSingletonState.Oldest => IsHandledByOldest(message, (OldestData)StateData),
        ClusterSingletonState.WasOldest => IsHandledByFormerOldest(message, (WasOldestData)StateData),
        ClusterSingletonState.HandingOver => IsHandledWhileHandingOver(message, (HandingOverData)StateData),
        ClusterSingletonState.Stopping => IsHandledWhileStopping(message, (StoppingData)StateData),
        _ => message is OldestChanged or HandOverToMe,
    };

    private bool IsHandledAnywhere(object message)
    {
        switch (message)
        {
            case SelfExiting:
                _hasExited = true;
                _exiting.TrySetResult(Done.Instance);
                Sender.Tell(Done.Instance);
                return true;
            case MemberRemoved removed when IsSelf(removed.Member):
                Stop("it is removed from the cluster");
                return true;
            case MemberRemoved removed:
                _removed.Add(removed.Member.UniqueAddress);
                return true;
            case DelayedMemberRemoved removed:
                _removed.Add(removed.Member.UniqueAddress);
                return true;
            case MemberDowned downed:
                if (IsSelf(downed.Member))
                    Stop("it is downed");
                return true;
            case LeaseAnswered answer:
                if (answer.IsHeld)
                    ReleaseLease();
                return true;
            case LeaseLost:
                return true;
            case TakeOverFromMe or HandOverRetry or TakeOverRetry or LeaseRetry:
                _log.Debug("Ignoring [{0}] in state [{1}].", message.GetType().Name, StateName);
                return true;
            default:
                return false;
        }
    }

    private bool IsHandledAtStart(object message)
    {
        switch (message)
        {
            case StartOldestChangedBuffer:
                _buffer = Context.ActorOf(OldestChangedBuffer.Props(_settings.Role));
                AskForChange();
                return true;
            case InitialOldestState initial:
                _isBufferAsked = false;
                var others = initial.Oldest.Remove(_cluster.SelfUniqueAddress);
                if (initial.Oldest.IsEmpty || initial.Oldest[0] != _cluster.SelfUniqueAddress)
                    BecomeYounger(others);
                else if (initial.IsSafeToBeOldest)
                    TryToBecomeOldest();
                else
                    BeginToBecomeOldest(others);
                return true;
            default:
                return false;
        }
    }

    private bool IsSelf(Member member) => member.UniqueAddress == _cluster.SelfUniqueAddress;

    private ActorSelection Peer(Address address) => Context.ActorSelection(new RootActorPath(address) / Self.Path.Elements);

    private void AskForChange()
    {
        if (_isBufferAsked)
            return;

        _isBufferAsked = true;
        _buffer.Tell(new GetNext());
    }

    private void BecomeYounger(ImmutableList<UniqueAddress> previousOldest)
    {
        Change(ClusterSingletonState.Younger, new YoungerData(previousOldest));
        AskForChange();
    }

    private void Stop(string reason)
    {
        LogInfo("The singleton manager of [{0}] stops: {1}.", _cluster.SelfAddress, reason);
        Context.Stop(Self);
    }

    private void Change(ClusterSingletonState state, IClusterSingletonData data)
    {
        LogInfo("ClusterSingletonManager state change [{0} -> {1}]", StateName, state);
        if (StateName == ClusterSingletonState.BecomingOldest)
            CancelTimer(HandOverRetryTimer);
        if (StateName == ClusterSingletonState.WasOldest)
            CancelTimer(TakeOverRetryTimer);
        MoveTo(state, data);
    }

    /// <summary>It may still run on the other side of a partition that has not noticed yet that it lost.</summary>
    private void RemoveAfterMargin(Member member)
    {
        if (_removalMargin > TimeSpan.Zero)
            Context.System.Scheduler.ScheduleTellOnce(_removalMargin, Self, new DelayedMemberRemoved(member), Self);
        else
            Self.Tell(new DelayedMemberRemoved(member));
    }

    private void AddShutdownTasks()
    {
        var shutdown = CoordinatedShutdown.Get(Context.System);
        var self = Self;
        shutdown.AddTask(CoordinatedShutdown.PhaseClusterExiting, "wait-singleton-exiting", () =>
            IsOut() ? Task.FromResult(Done.Instance) : _exiting.Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseClusterExiting, "singleton-exiting-2", async () =>
        {
            if (!IsOut() && !_exiting.Task.IsCompleted)
                await Task.WhenAny(
                    _exiting.Task, self.Ask<Done>(new SelfExiting(), shutdown.Timeout(CoordinatedShutdown.PhaseClusterExiting)));
            return Done.Instance;
        });
    }

    private bool IsOut() => _cluster.IsTerminated || _cluster.SelfMember.Status == MemberStatus.Down;

    private void LogInfo(string format, params object[] arguments)
    {
        if (_cluster.Settings.LogInfo)
            _log.Info(format, arguments);
    }
}
