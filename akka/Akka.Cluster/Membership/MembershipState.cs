namespace Akka.Cluster;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>The gossip as one member sees it: who leads, and whether all agree.</summary>
internal sealed record MembershipState(Gossip Gossip, UniqueAddress Self)
{
    public ImmutableSortedSet<Member> Members => Gossip.Members;

    public Member SelfMember => Gossip.GetMember(Self);

    /// <summary>Members that somebody who counts does not reach, without this one, which knows better.</summary>
    public ImmutableHashSet<Member> UnreachableMembers =>
    [
        .. Gossip.ReachabilityExcludingDownedObservers.AllUnreachableOrTerminated
            .Where(node => node != Self && Gossip.HasMember(node))
            .Select(Gossip.GetMember),
    ];

    public UniqueAddress Leader => LeaderOf(Members);

    public bool IsLeader => Leader == Self;

    public UniqueAddress RoleLeader(string role) => LeaderOf(Members.Where(member => member.HasRole(role)));

    public bool IsReachableExcludingDownedObservers(UniqueAddress node) => node == Self || ReachabilityOfMembers.IsReachable(node);

    /// <summary>Of these the first by address that is reachable and fit to lead.</summary>
    public UniqueAddress LeaderOf(IEnumerable<Member> members)
    {
        var reachability = ReachabilityOfMembers;
        var reachable = members
            .Where(member => member.Status != MemberStatus.Down)
            .Where(member => member.UniqueAddress == Self || reachability.IsReachable(member.UniqueAddress))
            .ToList();
        var leader = reachable.Find(member => member.Status is MemberStatus.Up or MemberStatus.Leaving)
            ?? reachable.MinBy(member => (Rank(member.Status), member.UniqueAddress));
        return leader?.UniqueAddress;
    }

    /// <summary>Whether every member that matters has seen this version, and none that matters is unreachable.</summary>
    /// <param name="exitingConfirmed">Members that have said they are done: nobody waits for them.</param>
    public bool Convergence(IReadOnlySet<UniqueAddress> exitingConfirmed)
    {
        if (UnreachableMembers.Any(member => !MayBeRemoved(member) && !exitingConfirmed.Contains(member.UniqueAddress)))
            return false;

        return Members
            .Where(member => member.Status is MemberStatus.Up or MemberStatus.Leaving)
            .All(member => Gossip.SeenBy(member.UniqueAddress) || exitingConfirmed.Contains(member.UniqueAddress));
    }

    public bool ValidNodeForGossip(UniqueAddress node) =>
        node != Self && Gossip.HasMember(node) && ReachabilityOfMembers.IsReachable(node);

    /// <summary>Members that need not be reachable any more to be removed.</summary>
    public static bool MayBeRemoved(Member member) => member.Status is MemberStatus.Down or MemberStatus.Exiting;

    public ClusterEvent.CurrentClusterState ToClusterState() => new(
        Members,
        UnreachableMembers,
        [.. Gossip.Seen.Select(node => node.Address)],
        Leader?.Address,
        Gossip.AllRoles.ToImmutableDictionary(role => role, role => RoleLeader(role)?.Address));

    private Reachability ReachabilityOfMembers => Gossip.ReachabilityExcludingDownedObservers;

    private static int Rank(MemberStatus status) => status switch
    {
        MemberStatus.WeaklyUp => 0,
        MemberStatus.Joining => 1,
        MemberStatus.Exiting => 2,
        _ => 3,
    };
}
