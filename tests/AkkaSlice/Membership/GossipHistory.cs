namespace Akka.Flink.AkkaSlice.Tests.Membership;

using Akka.Actor;
using Akka.Cluster;

/// <summary>What nodes can come to hold: each changes its own gossip as a daemon does, and now and then takes that of another.</summary>
/// <remarks>Only such gossips are compared: two that no history leads to may contradict each other.</remarks>
internal sealed class GossipHistory
{
    public const int Nodes = 6;

    private static readonly DateTime Begin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Gossip[] _gossips = new Gossip[Nodes];
    private readonly Random _random;
    private int _steps;

    public GossipHistory(int seed, int steps)
    {
        _random = new Random(seed);
        Array.Fill(_gossips, Gossip.Empty);
        _gossips[0] = Gossip.Empty.Add(Member.Create(Node(0), ["a"]).CopyUp(1)).Increment(Gossip.ClockNode(Node(0))).OnlySeen(Node(0));
        while (_steps++ < steps)
            Step();
    }

    public IReadOnlyList<Gossip> Gossips => _gossips;

    public static UniqueAddress Node(int number) => new(new Address("akka.tcp", "test", "127.0.0.1", 1000 + number), 7 * number);

    private void Step()
    {
        var actor = _random.Next(Nodes);
        var subject = Node(_random.Next(Nodes));
        var gossip = _gossips[actor];
        if (!gossip.HasMember(Node(actor)))
        {
            // Only a welcome makes it one; once removed, it is done.
            var welcome = _gossips[_random.Next(Nodes)];
            if (gossip.Members.IsEmpty && welcome.HasMember(Node(actor)))
                _gossips[actor] = welcome;
            return;
        }

        var changed = _random.Next(7) switch
        {
            0 => Admit(gossip, subject),
            1 => Observe(gossip, Node(actor), subject),
            2 => MoveOn(gossip, subject),
            3 => Down(gossip, subject),
            4 => subject == Node(actor) ? gossip : Remove(gossip, subject),
            _ => null,
        };
        if (changed is null)
            Take(actor, _gossips[_random.Next(Nodes)]);
        else if (!ReferenceEquals(changed, gossip))
            _gossips[actor] = changed.Increment(Gossip.ClockNode(Node(actor))).OnlySeen(Node(actor));
    }

    private static Gossip Admit(Gossip gossip, UniqueAddress subject) =>
        gossip.HasMember(subject) || gossip.Tombstones.ContainsKey(subject) ? gossip : gossip.Add(Member.Create(subject, ["a"]));

    private Gossip Observe(Gossip gossip, UniqueAddress self, UniqueAddress subject)
    {
        if (self == subject || !gossip.HasMember(self) || !gossip.HasMember(subject))
            return gossip;

        var reachability = _random.Next(5) switch
        {
            0 or 1 => gossip.Reachability.Unreachable(self, subject),
            2 => gossip.Reachability.Terminated(self, subject),
            _ => gossip.Reachability.Reachable(self, subject),
        };
        return ReferenceEquals(reachability, gossip.Reachability) ? gossip : gossip with { Reachability = reachability };
    }

    private Gossip MoveOn(Gossip gossip, UniqueAddress subject)
    {
        var member = gossip.GetMember(subject);
        return member.Status switch
        {
            MemberStatus.Joining when _random.Next(2) == 0 => gossip.Update([member.Copy(MemberStatus.WeaklyUp)]),
            MemberStatus.Joining => gossip.Update([member.CopyUp(_random.Next(9))]),
            MemberStatus.WeaklyUp => gossip.Update([member.CopyUp(_random.Next(9))]),
            MemberStatus.Up => gossip.Update([member.Copy(MemberStatus.Leaving)]),
            MemberStatus.Leaving => gossip.Update([member.Copy(MemberStatus.Exiting)]),
            _ => gossip,
        };
    }

    private static Gossip Down(Gossip gossip, UniqueAddress subject)
    {
        var member = gossip.GetMember(subject);
        return member.Status is MemberStatus.Removed or MemberStatus.Down ? gossip : gossip.MarkAsDown(member);
    }

    private Gossip Remove(Gossip gossip, UniqueAddress subject) =>
        gossip.HasMember(subject) && MembershipState.MayBeRemoved(gossip.GetMember(subject))
            ? gossip.Remove([subject], Begin.AddMinutes(_steps))
            : gossip;

    private void Take(int actor, Gossip other)
    {
        var own = _gossips[actor];
        if (!other.HasMember(Node(actor)))
            return;

        _gossips[actor] = other.Version.CompareTo(own.Version) switch
        {
            VectorClock.Ordering.Concurrent => own.Merge(other),
            VectorClock.Ordering.After => other,
            _ => own,
        };
    }
}
