namespace Akka.Cluster;

using static Akka.Cluster.InternalClusterAction;

/// <content>What the leader does for all.</content>
internal sealed partial class ClusterCoreDaemon
{
    private const int ActionsBetweenComplaints = 60;

    private void LeaderActions()
    {
        if (_state.IsLeader)
        {
            if (_state.Convergence(_exitingConfirmed))
            {
                _leaderActionsWithoutConvergence = 0;
                MoveMembers();
            }
            else
            {
                WaitForConvergence();
            }
        }

        _exitingConfirmed.RemoveWhere(node => !Latest.HasMember(node));
        ShutdownIfDown();
    }

    private void WaitForConvergence()
    {
        _leaderActionsWithoutConvergence++;
        if (_settings.AllowWeaklyUpMembers &&
            _settings.LeaderActionsInterval * _leaderActionsWithoutConvergence >= _settings.WeaklyUpAfter)
            MoveJoiningToWeaklyUp();

        if (_leaderActionsWithoutConvergence % ActionsBetweenComplaints == 0)
        {
            LogInfo(
                "Leader can currently not perform its duties, reachability status: [{0}], member status: [{1}]",
                Latest.ReachabilityExcludingDownedObservers,
                string.Join(", ", Latest.Members.Select(member =>
                    $"{member.Address} {member.Status} seen={Latest.SeenBy(member.UniqueAddress)}")));
        }
    }

    /// <summary>All agree: members that are to come come up, members that are to go go on or are gone.</summary>
    private void MoveMembers()
    {
        var unreachable = _state.UnreachableMembers;
        var removed = Latest.Members
            .Where(member => MembershipState.MayBeRemoved(member) && unreachable.Contains(member)
                || member.Status == MemberStatus.Exiting && _exitingConfirmed.Contains(member.UniqueAddress))
            .ToList();
        var changed = Changed();
        if (removed.Count == 0 && changed.Count == 0)
            return;

        foreach (var member in changed)
            LogInfo("Leader is moving node [{0}] to [{1}]", member.Address, member.Status);
        foreach (var member in removed)
            LogInfo("Leader is removing {0} node [{1}]", member.Status, member.Address);

        Update(Latest.Update(changed).Remove([.. removed.Select(member => member.UniqueAddress)], DateTime.UtcNow));
        foreach (var member in removed)
            _exitingConfirmed.Remove(member.UniqueAddress);

        ExitIfTold();
        if (_isExiting)
            SendGossip();
    }

    private List<Member> Changed()
    {
        var changed = new List<Member>();
        var mayComeUp = EnoughMembers();
        var youngest = Latest.Members.Max(member => member.UpNumber == Member.NotYetUp ? 0 : member.UpNumber);
        foreach (var member in Latest.Members)
        {
            if (member.Status is MemberStatus.Joining or MemberStatus.WeaklyUp && mayComeUp)
                changed.Add(member.CopyUp(++youngest));
            else if (member.Status == MemberStatus.Leaving)
                changed.Add(member.Copy(MemberStatus.Exiting));
        }

        return changed;
    }

    private bool EnoughMembers()
    {
        var present = Latest.Members.Where(member => !MembershipState.MayBeRemoved(member)).ToList();
        return present.Count >= _settings.MinNrOfMembers
            && _settings.MinNrOfMembersOfRole.All(role => present.Count(member => member.HasRole(role.Key)) >= role.Value);
    }

    private void MoveJoiningToWeaklyUp()
    {
        if (!EnoughMembers())
            return;

        var changed = Latest.Members
            .Where(member => member.Status == MemberStatus.Joining
                && _state.IsReachableExcludingDownedObservers(member.UniqueAddress))
            .Select(member => member.Copy(MemberStatus.WeaklyUp))
            .ToList();
        if (changed.Count == 0)
            return;

        foreach (var member in changed)
            LogInfo("Leader is moving node [{0}] to [{1}]", member.Address, member.Status);
        Update(Latest.Update(changed));
    }
}
