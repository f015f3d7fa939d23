namespace Akka.Flink.AkkaSlice.Tests.Membership;

using Akka.Cluster;
using static Akka.Flink.AkkaSlice.Tests.Membership.GossipHistory;

/// <summary>Who leads, and when all agree.</summary>
public class MembershipStateTests
{
    private static readonly HashSet<UniqueAddress> NoneConfirmed = [];

    [Fact]
    public void The_first_by_address_that_is_up_or_leaving_leads() =>
        Assert.Equal(Node(1), State(MemberStatus.Joining, MemberStatus.Leaving, MemberStatus.Up).Leader);

    [Fact]
    public void Where_none_is_up_the_one_furthest_on_leads() =>
        Assert.Equal(Node(2), State(MemberStatus.Exiting, MemberStatus.Joining, MemberStatus.WeaklyUp).Leader);

    [Fact]
    public void One_that_is_down_or_unreachable_does_not_lead()
    {
        var state = State(MemberStatus.Down, MemberStatus.Up, MemberStatus.Up);
        Assert.Equal(Node(1), state.Leader);

        Assert.Equal(Node(2), Unreachable(state, observer: 2, subject: 1).Leader);
    }

    [Fact]
    public void A_node_does_not_take_itself_for_unreachable() =>
        Assert.Equal(Node(0), Unreachable(State(MemberStatus.Up, MemberStatus.Up), observer: 1, subject: 0).Leader);

    [Fact]
    public void What_a_member_that_is_down_says_does_not_count()
    {
        var state = Unreachable(State(MemberStatus.Up, MemberStatus.Up, MemberStatus.Down), observer: 2, subject: 1);

        Assert.Empty(state.UnreachableMembers);
    }

    [Fact]
    public void All_agree_when_all_that_are_up_have_seen_it()
    {
        var state = State(MemberStatus.Up, MemberStatus.Up, MemberStatus.Joining);
        Assert.False(Seen(state, 0).Convergence(NoneConfirmed));

        Assert.True(Seen(state, 0, 1).Convergence(NoneConfirmed));
    }

    [Fact]
    public void Nobody_agrees_while_a_member_is_unreachable_unless_it_goes_anyway()
    {
        Assert.False(Seen(Unreachable(State(MemberStatus.Up, MemberStatus.Up), 0, 1), 0, 1).Convergence(NoneConfirmed));

        Assert.True(Seen(Unreachable(State(MemberStatus.Up, MemberStatus.Down), 0, 1), 0).Convergence(NoneConfirmed));
        Assert.True(Seen(Unreachable(State(MemberStatus.Up, MemberStatus.Exiting), 0, 1), 0).Convergence(NoneConfirmed));
    }

    [Fact]
    public void Nobody_waits_for_one_that_has_said_farewell() =>
        Assert.True(Seen(State(MemberStatus.Up, MemberStatus.Leaving), 0).Convergence(new HashSet<UniqueAddress> { Node(1) }));

    private static MembershipState State(params MemberStatus[] statuses)
    {
        var gossip = Gossip.Empty;
        for (var i = 0; i < statuses.Length; i++)
            gossip = gossip.Add(Member.Create(Node(i), i, statuses[i], []));
        return new MembershipState(gossip, Node(0));
    }

    private static MembershipState Unreachable(MembershipState state, int observer, int subject) => state with
    {
        Gossip = state.Gossip with { Reachability = state.Gossip.Reachability.Unreachable(Node(observer), Node(subject)) },
    };

    private static MembershipState Seen(MembershipState state, params int[] nodes) =>
        state with { Gossip = state.Gossip with { Seen = [.. nodes.Select(Node)] } };
}
