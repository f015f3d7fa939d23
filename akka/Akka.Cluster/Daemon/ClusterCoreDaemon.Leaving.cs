namespace Akka.Cluster;

using Akka.Actor;
using static Akka.Cluster.InternalClusterAction;

/// <content>Leaving of one's own will, and being told to.</content>
internal sealed partial class ClusterCoreDaemon
{
    private const int GossipsBeforeShutdown = 5;

    private void AddShutdownTasks()
    {
        var self = Self;
        _shutdown.AddTask(CoordinatedShutdown.PhaseClusterExiting, "wait-exiting", () =>
            _cluster.IsTerminated || _cluster.State.Members.IsEmpty ? Task.FromResult(Done.Instance) : _selfExiting.Task);
        _shutdown.AddTask(CoordinatedShutdown.PhaseClusterExitingDone, "exiting-completed", () =>
            _cluster.IsTerminated || _cluster.SelfMember.Status == MemberStatus.Down
                ? Task.FromResult(Done.Instance)
                : self.Ask<Done>(ExitingCompletedRequest.Instance, _shutdown.Timeout(CoordinatedShutdown.PhaseClusterExitingDone)));
    }

    private void Leaving(Address address)
    {
        var member = Latest.Members.FirstOrDefault(candidate => candidate.Address == address
            && candidate.Status is MemberStatus.Joining or MemberStatus.WeaklyUp or MemberStatus.Up);
        if (member is null)
            return;

        LogInfo("Marked address [{0}] as [Leaving]", address);
        Update(Latest.Update([member.Copy(MemberStatus.Leaving)]));
        SendGossip();
    }

    /// <summary>Once this node is exiting, all that runs on it is handed over, phase by phase.</summary>
    private void ExitIfTold()
    {
        if (_isExiting || _state.SelfMember.Status != MemberStatus.Exiting)
            return;

        _isExiting = true;
        LogInfo("Exiting, starting coordinated shutdown");
        _selfExiting.TrySetResult(Done.Instance);
        _shutdown.Run(CoordinatedShutdown.ClusterLeavingReason.Instance);
    }

    /// <summary>All is handed over: the others are told, as well as that can be, so that they need not wait for this node.</summary>
    private void CompleteExiting()
    {
        LogInfo("Exiting completed");
        if (!Latest.Members.IsEmpty)
        {
            _state = _state with { Gossip = Latest.AddSeen(_self) };
            for (var i = 0; i < GossipsBeforeShutdown; i++)
                SendGossip();
            ConfirmExiting();
        }

        Sender.Tell(Done.Instance);
        _cluster.Shutdown();
    }

    /// <summary>To those who will lead once this node is gone; two, as the first may be going as well.</summary>
    private void ConfirmExiting()
    {
        var others = Latest.Members.Where(member => member.UniqueAddress != _self).ToList();
        for (var i = 0; i < 2 && _state.LeaderOf(others) is { } leader; i++)
        {
            DaemonAt(leader.Address).Tell(new ExitingConfirmed(_self));
            others.RemoveAll(member => member.UniqueAddress == leader);
        }
    }

    private void ReceiveExitingConfirmed(UniqueAddress node)
    {
        LogInfo("Exiting confirmed [{0}]", node.Address);
        _exitingConfirmed.Add(node);
    }

    private void Downing(Address address)
    {
        var member = Latest.Members.FirstOrDefault(candidate => candidate.Address == address && candidate.Status != MemberStatus.Down);
        if (member is null)
        {
            if (Latest.Members.All(candidate => candidate.Address != address))
                LogInfo("Ignoring down of unknown node [{0}]", address);
            return;
        }

        LogInfo("Marking {0} node [{1}] as [Down]", _state.IsReachableExcludingDownedObservers(member.UniqueAddress)
            ? member.Status.ToString() : "unreachable", address);
        Update(Latest.MarkAsDown(member));
    }

    /// <summary>A node that is downed stops, once all that can know of it do: others that were downed with it learn it so.</summary>
    private void ShutdownIfDown()
    {
        if (_state.SelfMember.Status != MemberStatus.Down)
            return;

        var unreachable = Latest.Reachability.AllUnreachableOrTerminated;
        var known = Latest.Members
            .Where(member => member.Status == MemberStatus.Down)
            .All(member => unreachable.Contains(member.UniqueAddress) || Latest.SeenBy(member.UniqueAddress));
        if (!known)
            return;

        LogInfo("Node has been marked as DOWN. Shutting down myself");
        _cluster.Shutdown();
    }
}
