namespace Akka.Cluster;

using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.InternalClusterAction;

/// <content>Gossip: to whom, what, and what is made of that of others.</content>
internal sealed partial class ClusterCoreDaemon
{
    private const int SpeedupFactor = 3;

    private void GossipTick()
    {
        _state = _state with { Gossip = Latest.PruneTombstones(DateTime.UtcNow - TombstonesLast) };
        SendGossip();

        // While fewer than half of the members have seen the latest version, it spreads faster.
        if (Latest.Seen.Count >= Latest.Members.Count / 2 || Latest.IsSingletonCluster)
            return;

        for (var i = 1; i < SpeedupFactor; i++)
            Timers.StartSingleTimer((Tick.GossipSpeedup, i), Tick.GossipSpeedup, _settings.GossipInterval * i / SpeedupFactor);
    }

    private void SendGossip()
    {
        if (SelectGossipTarget() is not { } target)
            return;

        // One that has seen this version needs only to be asked whether it has a younger one.
        if (Latest.SeenBy(target))
            DaemonAt(target.Address).Tell(new GossipStatus(_self, Latest.Version));
        else
            GossipTo(target);
    }

    private UniqueAddress SelectGossipTarget()
    {
        var targets = Latest.Members.Select(member => member.UniqueAddress).Where(_state.ValidNodeForGossip).ToList();
        if (targets.Count == 0)
            return null;

        if (Random.Shared.NextDouble() < DifferentViewProbability())
        {
            var unaware = targets.FindAll(target => !Latest.SeenBy(target));
            if (unaware.Count > 0)
                targets = unaware;
        }

        return targets[Random.Shared.Next(targets.Count)];
    }

    /// <summary>In a large cluster, preferring those that have another view would make all choose the same few.</summary>
    private double DifferentViewProbability()
    {
        var low = _settings.ReduceGossipDifferentViewProbability;
        var high = low * 3;
        var size = Latest.Members.Count;
        if (size <= low)
            return _settings.GossipDifferentViewProbability;

        var least = _settings.GossipDifferentViewProbability / 10;
        return size >= high
            ? least
            : _settings.GossipDifferentViewProbability +
                (size - low) * (least - _settings.GossipDifferentViewProbability) / (high - low);
    }

    private void GossipTo(UniqueAddress node)
    {
        if (_state.ValidNodeForGossip(node))
            DaemonAt(node.Address).Tell(new GossipEnvelope(_self, node, Latest));
    }

    private void ReceiveGossipStatus(GossipStatus status)
    {
        if (!Latest.HasMember(status.From) || !Latest.Reachability.IsReachable(_self, status.From))
            return;

        switch (status.Version.CompareTo(Latest.Version))
        {
            case VectorClock.Ordering.Same:
                break;
            case VectorClock.Ordering.After:
                DaemonAt(status.From.Address).Tell(new GossipStatus(_self, Latest.Version));
                break;
            default:
                GossipTo(status.From);
                break;
        }
    }

    private void ReceiveGossip(GossipEnvelope envelope)
    {
        if (WhyIgnored(envelope) is { } reason)
        {
            LogInfo("Ignoring received gossip from [{0}]: {1}", envelope.From, reason);
            return;
        }

        var local = Latest;
        var remote = envelope.Gossip;
        var (winner, talkBack) = remote.Version.CompareTo(local.Version) switch
        {
            VectorClock.Ordering.Same => (remote.MergeSeen(local), !remote.SeenBy(_self)),
            VectorClock.Ordering.Before => (local, true),
            VectorClock.Ordering.After => (remote, !remote.SeenBy(_self)),
            _ => (Merged(local, remote), true),
        };
        if (_settings.VerboseGossipReceivedLogging)
            _log.Debug("Received gossip from [{0}]: {1}", envelope.From, remote);

        _state = _state with { Gossip = winner.AddSeen(_self) };
        foreach (var member in Latest.Members)
        {
            // A new system at an old address must not have the history of the old one.
            if (member.Status == MemberStatus.Joining && !local.HasMember(member.UniqueAddress))
                _cluster.FailureDetector.Remove(member.Address);
        }

        Publish();
        ExitIfTold();
        if (talkBack)
            GossipTo(envelope.From);
    }

    /// <summary>
    /// Removing a member takes its part out of the version, so that the merged version may be one that there is already; if what it
    /// stands for is another, it has to become a new one.
    /// </summary>
    private Gossip Merged(Gossip local, Gossip remote)
    {
        var merged = remote.Merge(local);
        var isTaken = merged.Version == remote.Version && !merged.SaysTheSameAs(remote)
            || merged.Version == local.Version && !merged.SaysTheSameAs(local);
        return isTaken ? merged.Increment(_clockNode) : merged;
    }

    private string WhyIgnored(GossipEnvelope envelope)
    {
        if (envelope.To != _self)
            return $"it is for [{envelope.To}]";
        if (Environment.TickCount64 - envelope.ArrivedAt > _settings.GossipTimeToLive.TotalMilliseconds)
            return $"it has waited longer than [{_settings.GossipTimeToLive}]";
        if (!envelope.Gossip.HasMember(_self))
            return "this node is no member in it";
        if (!Latest.HasMember(envelope.From))
            return "it is no member";
        if (!Latest.Reachability.IsReachable(_self, envelope.From))
            return "it is unreachable for this node";
        return !envelope.Gossip.Reachability.IsReachable(envelope.From, _self) ? "this node is unreachable for it" : null;
    }
}
