namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static Akka.Cluster.InternalClusterAction;

/// <content>Joining: this node, and others through it.</content>
internal sealed partial class ClusterCoreDaemon
{
    private IActorRef _seedNodeProcess;
    private ImmutableList<Address> _seedNodes = ImmutableList<Address>.Empty;

    private void Uninitialized()
    {
        Receive<Tick>(tick => tick == Tick.JoinSeedNodesDeadline, _ => GiveUpJoining());
        ReceiveBeforeJoined();
    }

    private void TryingToJoin(Address target)
    {
        Receive<Welcome>(welcome => BeWelcomed(target, welcome));
        Receive<Tick>(tick => tick == Tick.JoinSeedNodesDeadline, _ => GiveUpJoining());
        Receive<Tick>(tick => tick == Tick.JoinDeadline, _ =>
        {
            LogInfo("Joining through [{0}] has not succeeded within [{1}], trying again", target, _settings.RetryUnsuccessfulJoinAfter);
            Become(Uninitialized);
            if (_seedNodes.IsEmpty)
                JoinThrough(target);
            else
                JoinSeeds(_seedNodes);
        });
        ReceiveBeforeJoined();
    }

    private void ReceiveBeforeJoined()
    {
        Receive<InitJoin>(_ => Sender.Tell(new InitJoinNack(_self.Address)));
        Receive<JoinTo>(join =>
        {
            if (!Sender.Equals(_seedNodeProcess))
                _seedNodes = ImmutableList<Address>.Empty;
            JoinThrough(join.Address);
        });
        Receive<JoinSeedNodes>(join => JoinSeeds(join.SeedNodes));
        Receive<ExitingCompletedRequest>(_ => CompleteExiting());
        // Nothing else concerns a node that is no member.
        Receive<IClusterMessage>(_ => { });
        Receive<Tick>(_ => { });
        Receive<Akka.Remote.QuarantinedEvent>(_ => { });
    }

    private void JoinSeeds(ImmutableList<Address> seedNodes)
    {
        StopSeedNodeProcess();
        _seedNodes = seedNodes;
        if (_settings.ShutdownAfterUnsuccessfulJoinSeedNodes is { } deadline && !Timers.IsTimerActive(Tick.JoinSeedNodesDeadline))
            Timers.StartSingleTimer(Tick.JoinSeedNodesDeadline, Tick.JoinSeedNodesDeadline, deadline);

        if (seedNodes.IsEmpty)
            return;

        if (seedNodes.TrueForAll(node => node == _self.Address))
        {
            JoinThrough(_self.Address);
            return;
        }

        var process = seedNodes[0] == _self.Address
            ? FirstSeedNodeProcess.Props(_cluster, seedNodes)
            : JoinSeedNodeProcess.Props(_cluster, seedNodes);
        _seedNodeProcess = Context.ActorOf(process.WithDispatcher(_settings.UseDispatcher));
    }

    private void JoinThrough(Address address)
    {
        if (address.Protocol != _self.Address.Protocol || address.System != _self.Address.System)
        {
            _log.Warning(
                "Trying to join [{0}] from [{1}]: the members of a cluster have one protocol and one name of system, ignoring",
                address,
                _self.Address);
            return;
        }

        StopSeedNodeProcess();
        if (address == _self.Address)
        {
            BecomeInitialized();
            Joining(new Join(_self, _settings.Roles));
            return;
        }

        Become(() => TryingToJoin(address));
        if (_settings.RetryUnsuccessfulJoinAfter is { } retry)
            Timers.StartSingleTimer(Tick.JoinDeadline, Tick.JoinDeadline, retry);
        DaemonAt(address).Tell(new Join(_self, _settings.Roles));
    }

    private void BeWelcomed(Address target, Welcome welcome)
    {
        if (welcome.From.Address != target || !welcome.Gossip.HasMember(_self))
        {
            LogInfo("Ignoring welcome from [{0}] when trying to join with [{1}]", welcome.From.Address, target);
            return;
        }

        LogInfo("Welcome from [{0}]", welcome.From.Address);
        BecomeInitialized();
        _state = _state with { Gossip = welcome.Gossip.AddSeen(_self) };
        Publish();
        GossipTo(welcome.From);
    }

    private void BecomeInitialized()
    {
        StopSeedNodeProcess();
        Timers.Cancel(Tick.JoinDeadline);
        Timers.Cancel(Tick.JoinSeedNodesDeadline);
        Context.ActorOf(
            ClusterHeartbeatSender.Props(_cluster).WithDispatcher(ClusterDaemon.HeartbeatDispatcher(_cluster)), "heartbeatSender");
        if (_cluster.DowningProvider.DowningActorProps is { } downing)
            Context.ActorOf(downing.WithDispatcher(_settings.UseDispatcher), "downingProvider");
        Become(Initialized);
    }

    private void GiveUpJoining()
    {
        _log.Warning(
            "Joining of seed-nodes [{0}] was unsuccessful after configured shutdown-after-unsuccessful-join-seed-nodes [{1}]. " +
            "Running CoordinatedShutdown.",
            string.Join(", ", _seedNodes),
            _settings.ShutdownAfterUnsuccessfulJoinSeedNodes);
        StopSeedNodeProcess();
        _seedNodes = ImmutableList<Address>.Empty;
        Become(Uninitialized);
        _shutdown.Run(CoordinatedShutdown.ClusterJoinUnsuccessfulReason.Instance);
    }

    private void StopSeedNodeProcess()
    {
        if (_seedNodeProcess is not null)
            Context.Stop(_seedNodeProcess);
        _seedNodeProcess = null;
    }

    private void AnswerInitJoin()
    {
        if (MembershipState.MayBeRemoved(_state.SelfMember))
            Sender.Tell(new InitJoinNack(_self.Address));
        else
            Sender.Tell(new InitJoinAck(_self.Address));
    }

    private void Joining(Join join)
    {
        var node = join.Node;
        if (node.Address.Protocol != _self.Address.Protocol || node.Address.System != _self.Address.System)
        {
            _log.Warning("Member with wrong protocol or name of system tried to join, ignoring: [{0}]", node.Address);
            return;
        }

        if (Latest.HasMember(_self) && MembershipState.MayBeRemoved(_state.SelfMember))
        {
            LogInfo("[{0}] tried to join through this node, which is [{1}], ignoring", node.Address, _state.SelfMember.Status);
            return;
        }

        var known = Latest.Members.FirstOrDefault(member => member.Address == node.Address);
        if (known is null)
            Admit(join);
        else if (known.UniqueAddress == node)
            WelcomeAgain(node);
        else
            Replace(known);
    }

    private void Admit(Join join)
    {
        var node = join.Node;
        // One that had the address before may have left a history.
        _cluster.FailureDetector.Remove(node.Address);
        Update(Latest.Add(Member.Create(node, join.Roles)));
        LogInfo("Node [{0}] is JOINING, roles [{1}]", node.Address, string.Join(",", join.Roles));
        if (node == _self)
            LeaderActions();
        else
            Sender.Tell(new Welcome(_self, Latest));
    }

    private void WelcomeAgain(UniqueAddress node)
    {
        LogInfo("Existing member [{0}] is joining again.", node);
        if (node != _self)
            Sender.Tell(new Welcome(_self, Latest));
    }

    /// <summary>Another system has the address of a member, so that is dead. The new one joins when the old one is removed.</summary>
    private void Replace(Member old)
    {
        LogInfo("New incarnation of existing member [{0}] is trying to join. Existing will be removed from the cluster and then "
            + "new member will be allowed to join.", old);
        var reachability = Latest.Reachability.Terminated(_self, old.UniqueAddress);
        if (!ReferenceEquals(reachability, Latest.Reachability))
            Update(Latest with { Reachability = reachability });
        Downing(old.Address);
    }
}
