namespace Akka.Cluster.SBR;

using Akka.Actor;
using Akka.Event;
using Akka.Remote;
using static Akka.Cluster.ClusterEvent;

/// <summary>Waits for a view that does not change, lets the strategy decide, and acts where this node leads its side.</summary>
internal sealed partial class SplitBrainResolver : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(500);

    private readonly ILoggingAdapter _log;
    private readonly Cluster _cluster;
    private readonly SplitBrainResolverSettings _settings;
    private readonly DowningStrategy _strategy;
    private bool _isLeader;
    private bool _isMember;
    private long _changedAt = Environment.TickCount64;
    private long? _unstableSince;

    public SplitBrainResolver(Cluster cluster, SplitBrainResolverSettings settings, DowningStrategy strategy)
    {
        _cluster = cluster;
        _settings = settings;
        _strategy = strategy;
        _log = Logging.GetLogger(Context.System, $"Split-brain resolver of [{cluster.SelfAddress}]");

        Receive<SeenChanged>(change => _strategy.SeenBy = change.SeenBy);
        Receive<ReachabilityChanged>(change => _strategy.Reachability = change.Reachability);
        Receive<UnreachableMember>(change => ChangeReachability(() => _strategy.SetUnreachable(change.Member)));
        Receive<ReachableMember>(change => ChangeReachability(() => _strategy.SetReachable(change.Member)));
        Receive<MemberRemoved>(change => Remove(change.Member));
        Receive<IMemberEvent>(change => Add(change.Member));
        Receive<LeaderChanged>(ChangeLeader);
        Receive<IClusterDomainEvent>(_ => { });
        Receive<ThisActorSystemQuarantinedEvent>(quarantined => DownIfQuarantinedBy(quarantined.RemoteAddress));
        ReceiveLease();
        ReceiveAny(_ => Check());
    }

    public ITimerScheduler Timers { get; set; }

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(ThisActorSystemQuarantinedEvent));
        _cluster.Subscribe(Self, InitialStateAsEvents, typeof(IClusterDomainEvent));
        var interval = _settings.DowningStableAfter / 5;
        Timers.StartPeriodicTimer(nameof(Check), nameof(Check), interval < LongestTick ? interval : LongestTick);
        _log.Debug(
            "Downing strategy [{0}], stable after [{1}].", _settings.DowningStrategy, _settings.DowningStableAfter);
    }

    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        _cluster.Unsubscribe(Self);
        ReleaseAtOnceIfUnneeded();
    }

    private void Add(Member member)
    {
        _strategy.Add(member);
        if (member.UniqueAddress == _cluster.SelfUniqueAddress && member.Status is not (MemberStatus.Joining or MemberStatus.WeaklyUp))
            _isMember = true;

        // Those that come or go of their own will change sides' sizes by steps that the strategies account for.
        if (member.Status is MemberStatus.Up or MemberStatus.Down)
            _changedAt = Environment.TickCount64;
        ForgetInstabilityIfOver();
    }

    private void Remove(Member member)
    {
        _strategy.Remove(member);
        ForgetInstabilityIfOver();
        ReleaseWhenLastIsGone(member.UniqueAddress);
    }

    private void ChangeLeader(LeaderChanged change) => _isLeader = change.Leader == _cluster.SelfAddress;

    private void ChangeReachability(Action change)
    {
        change();
        _changedAt = Environment.TickCount64;
        _unstableSince ??= _changedAt;
        ForgetInstabilityIfOver();
    }

    private void ForgetInstabilityIfOver()
    {
        if (_strategy.IsAllUnreachableDownOrExiting)
            _unstableSince = null;
    }

    private void Check()
    {
        var now = Environment.TickCount64;
        if (_settings.DownAllWhenUnstable > TimeSpan.Zero && _unstableSince is { } since &&
            now - since > (_settings.DowningStableAfter + _settings.DownAllWhenUnstable).TotalMilliseconds)
        {
            _log.Warning(
                "The view of the cluster has not been stable for [{0}] ms. Downing all nodes, this one too: others may see it otherwise.",
                now - since);
            Act(Decision.DownAll);
        }
        else if (_isLeader && _isMember && !IsWaitingForLease && !_strategy.Unreachable.IsEmpty &&
            now - _changedAt >= _settings.DowningStableAfter.TotalMilliseconds)
        {
            Decide();
        }
    }

    private void Decide()
    {
        var decision = _strategy.Decide();
        if (_strategy.NodesToDown(decision).IsEmpty)
            return;

        if (decision is Decision.AcquireLeaseAndDownUnreachable or Decision.AcquireLeaseAndDownIndirectlyConnected)
            AcquireLeaseFor(decision);
        else
            Act(decision);
    }

    private void Act(Decision decision)
    {
        var nodes = _strategy.NodesToDown(decision);
        _log.Warning(
            "Decision [{0}] of [{1}]: downing [{2}]. Members [{3}], unreachable [{4}], indirectly connected [{5}].",
            decision,
            _settings.DowningStrategy,
            string.Join(", ", nodes.Select(node => node.Address)),
            string.Join(", ", _strategy.Members),
            string.Join(", ", _strategy.Unreachable.Select(node => node.Address)),
            _strategy.HasIndirectlyConnected);

        // This node last: once it is downed it may not be there to tell of the others.
        foreach (var node in nodes.Where(node => node != _cluster.SelfUniqueAddress))
            _cluster.Down(node.Address);
        if (nodes.Contains(_cluster.SelfUniqueAddress))
            _cluster.Down(_cluster.SelfAddress);

        _unstableSince = null;
        _changedAt = Environment.TickCount64;
    }

    /// <summary>Another member goes on without this node, which has not noticed.</summary>
    private void DownIfQuarantinedBy(Address remote)
    {
        if (!_isMember || _strategy.Members.All(member => member.Address != remote || MembershipState.MayBeRemoved(member)))
            return;

        _log.Warning("Member [{0}] has quarantined this node. Downing this node.", remote);
        _cluster.Down(_cluster.SelfAddress);
    }
}
