namespace Akka.Cluster;

using static Akka.Cluster.ClusterEvent;

/// <summary>The events that lead from one state of the membership to the next, in the order in which they are published.</summary>
internal static class MembershipDiff
{
    public static IEnumerable<IClusterDomainEvent> Of(MembershipState before, MembershipState after)
    {
        var events = new List<IClusterDomainEvent>();
        AddMembers(before, after, events);
        AddReachability(before, after, events);
        AddLeaders(before, after, events);
        if (!before.Gossip.Seen.SetEquals(after.Gossip.Seen))
            events.Add(new SeenChanged(after.Gossip.Seen.Select(node => node.Address).ToHashSet()));
        if (!before.Gossip.Reachability.IsSameAs(after.Gossip.Reachability))
            events.Add(new ReachabilityChanged(after.Gossip.Reachability));

        return events;
    }

    private static void AddMembers(MembershipState before, MembershipState after, List<IClusterDomainEvent> events)
    {
        foreach (var member in after.Members)
        {
            var isKnown = before.Members.TryGetValue(member, out var earlier);
            if (!isKnown || earlier.Status != member.Status || earlier.UpNumber != member.UpNumber)
                events.Add(EventOf(member));
        }

        foreach (var member in before.Members.Except(after.Members))
            events.Add(new MemberRemoved(member.Copy(MemberStatus.Removed), member.Status));
    }

    private static IMemberEvent EventOf(Member member) => member.Status switch
    {
        MemberStatus.Joining => new MemberJoined(member),
        MemberStatus.WeaklyUp => new MemberWeaklyUp(member),
        MemberStatus.Up => new MemberUp(member),
        MemberStatus.Leaving => new MemberLeft(member),
        MemberStatus.Exiting => new MemberExited(member),
        MemberStatus.Down => new MemberDowned(member),
        _ => throw new InvalidOperationException(
            $"{member} is in the gossip although it is removed. Please report this with the node's log."),
    };

    private static void AddReachability(MembershipState before, MembershipState after, List<IClusterDomainEvent> events)
    {
        var earlier = before.UnreachableMembers;
        var now = after.UnreachableMembers;
        foreach (var member in now.Except(earlier).Order())
            events.Add(new UnreachableMember(member));

        foreach (var member in earlier.Except(now).Where(member => after.Gossip.HasMember(member.UniqueAddress)).Order())
            events.Add(new ReachableMember(after.Gossip.GetMember(member.UniqueAddress)));
    }

    private static void AddLeaders(MembershipState before, MembershipState after, List<IClusterDomainEvent> events)
    {
        var leader = after.Leader;
        if (before.Leader != leader)
            events.Add(new LeaderChanged(leader?.Address));

        foreach (var role in before.Gossip.AllRoles.Union(after.Gossip.AllRoles).Order(StringComparer.Ordinal))
        {
            var roleLeader = after.RoleLeader(role);
            if (before.RoleLeader(role) != roleLeader)
                events.Add(new RoleLeaderChanged(role, roleLeader?.Address));
        }
    }
}
