namespace Akka.Cluster;

using System.Collections.Immutable;
using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.ClusterEvent;

/// <summary>Sends heartbeats to the members that this one watches over, and hands their answers to the failure detector.</summary>
internal sealed class ClusterHeartbeatSender : ReceiveActor, IWithTimers
{
    private static readonly object Tick = new();

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Cluster _cluster;
    private HeartbeatNodeRing _ring;
    private ImmutableHashSet<UniqueAddress> _receivers = ImmutableHashSet<UniqueAddress>.Empty;
    private ImmutableHashSet<UniqueAddress> _oldReceiversNowUnreachable = ImmutableHashSet<UniqueAddress>.Empty;
    private long _sequenceNr;

    public ClusterHeartbeatSender(Cluster cluster)
    {
        _cluster = cluster;
        _ring = new HeartbeatNodeRing(
            cluster.SelfUniqueAddress, [], [], cluster.Settings.MonitoredByNrOfMembers);

        Receive<CurrentClusterState>(Begin);
        Receive<MemberRemoved>(removed => Remove(removed.Member.UniqueAddress));
        Receive<IMemberEvent>(change => Add(change.Member.UniqueAddress));
        Receive<UnreachableMember>(change => Change(_ring with { Unreachable = _ring.Unreachable.Add(change.Member.UniqueAddress) }));
        Receive<ReachableMember>(change => Change(_ring with { Unreachable = _ring.Unreachable.Remove(change.Member.UniqueAddress) }));
        Receive<HeartbeatRsp>(ReceiveAnswer);
        Receive<ExpectedFirstHeartbeat>(expected => TriggerFirstHeartbeat(expected.From));
        ReceiveAny(_ => SendHeartbeats());
    }

    public ITimerScheduler Timers { get; set; }

    private ImmutableHashSet<UniqueAddress> ActiveReceivers => _receivers.Union(_oldReceiversNowUnreachable);

    public static Props Props(Cluster cluster) => Akka.Actor.Props.Create(() => new ClusterHeartbeatSender(cluster));

    protected override void PreStart()
    {
        _cluster.Subscribe(Self, typeof(IMemberEvent), typeof(IReachabilityEvent));
        Timers.StartPeriodicTimer(
            nameof(Tick), Tick, _cluster.Settings.PeriodicTasksInitialDelay, _cluster.Settings.HeartbeatInterval);
    }

    protected override void PostStop()
    {
        foreach (var receiver in ActiveReceivers)
            _cluster.FailureDetector.Remove(receiver.Address);
        _cluster.Unsubscribe(Self);
    }

    private void Begin(CurrentClusterState state) => Change(_ring with
    {
        Nodes = [.. state.Members.Select(member => member.UniqueAddress).Where(node => node != _cluster.SelfUniqueAddress)],
        Unreachable = [.. state.Unreachable.Select(member => member.UniqueAddress)],
    });

    private void Add(UniqueAddress node)
    {
        if (node != _cluster.SelfUniqueAddress && !_ring.Nodes.Contains(node))
            Change(_ring with { Nodes = _ring.Nodes.Add(node) });
    }

    private void Remove(UniqueAddress node)
    {
        if (node == _cluster.SelfUniqueAddress)
        {
            Context.Stop(Self);
            return;
        }

        Change(_ring with { Nodes = _ring.Nodes.Remove(node), Unreachable = _ring.Unreachable.Remove(node) });
        _oldReceiversNowUnreachable = _oldReceiversNowUnreachable.Remove(node);
        _cluster.FailureDetector.Remove(node.Address);
    }

    /// <summary>One that is watched over no longer is forgotten, unless it is unreachable: then it is asked until it is back.</summary>
    private void Change(HeartbeatNodeRing ring)
    {
        var before = _receivers;
        _ring = ring;
        _receivers = ring.MyReceivers;
        foreach (var receiver in before.Except(_receivers).Intersect(ring.Nodes))
        {
            if (_cluster.FailureDetector.IsAvailable(receiver.Address))
                _cluster.FailureDetector.Remove(receiver.Address);
            else
                _oldReceiversNowUnreachable = _oldReceiversNowUnreachable.Add(receiver);
        }
    }

    private void SendHeartbeats()
    {
        _sequenceNr++;
        var heartbeat = new Heartbeat(_cluster.SelfAddress, _sequenceNr, (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency)));
        foreach (var receiver in ActiveReceivers)
        {
            if (!_cluster.FailureDetector.IsMonitoring(receiver.Address))
            {
                // Without an answer the detector would never begin; this begins it.
                var key = new ExpectedFirstHeartbeat(receiver);
                if (!Timers.IsTimerActive(key))
                    Timers.StartSingleTimer(key, key, _cluster.Settings.HeartbeatExpectedResponseAfter);
            }

            if (_cluster.Settings.VerboseHeartbeatLogging)
                _log.Debug("Cluster Node [{0}] - Heartbeat to [{1}]", _cluster.SelfAddress, receiver.Address);
            ClusterHeartbeatReceiver.At(receiver.Address).Tell(heartbeat);
        }
    }

    private void ReceiveAnswer(HeartbeatRsp answer)
    {
        var from = answer.From;
        if (!ActiveReceivers.Contains(from))
            return;

        if (_cluster.Settings.VerboseHeartbeatLogging)
            _log.Debug("Cluster Node [{0}] - Heartbeat response from [{1}]", _cluster.SelfAddress, from.Address);
        _cluster.FailureDetector.Heartbeat(from.Address);
        if (!_oldReceiversNowUnreachable.Contains(from))
            return;

        _oldReceiversNowUnreachable = _oldReceiversNowUnreachable.Remove(from);
        if (!_receivers.Contains(from))
            _cluster.FailureDetector.Remove(from.Address);
    }

    private void TriggerFirstHeartbeat(UniqueAddress from)
    {
        if (ActiveReceivers.Contains(from) && !_cluster.FailureDetector.IsMonitoring(from.Address))
            _cluster.FailureDetector.Heartbeat(from.Address);
    }

    private sealed record ExpectedFirstHeartbeat(UniqueAddress From);
}
