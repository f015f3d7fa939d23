namespace Akka.Flink.AkkaSlice.Tests.Downing;

using Akka.Cluster;
using Akka.Cluster.SBR;
using static Akka.Flink.AkkaSlice.Tests.Membership.GossipHistory;

/// <summary>Who asks for the lease, and when.</summary>
public class LeaseMajorityTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(3, 1, false)]   // of three, one is gone
    [InlineData(3, 2, true)]
    [InlineData(2, 1, false)]   // of two equal sides that with the lowest address is first
    public void The_smaller_side_waits(int size, int unreachable, bool waits) =>
        Assert.Equal(waits ? Delay : TimeSpan.Zero, Split(size, size - unreachable).AcquireDelay);

    [Fact]
    public void Of_two_equal_sides_that_without_the_lowest_address_waits()
    {
        var strategy = new LeaseMajority(Node(1), null, null, Delay, Delay);
        strategy.SetUnreachable(Member.Create(Node(0), 1, MemberStatus.Up, []));
        strategy.Add(Member.Create(Node(1), 2, MemberStatus.Up, []));

        Assert.Equal(Delay, strategy.AcquireDelay);
    }

    [Fact]
    public void Whoever_gets_the_lease_goes_on_and_the_others_go()
    {
        var strategy = Split(3, 2);

        Assert.Equal(Decision.AcquireLeaseAndDownUnreachable, strategy.Decide());
        Assert.Equal([Node(2)], strategy.NodesToDown(strategy.Decide()));
        Assert.Equal([Node(0), Node(1)], strategy.NodesToDown(Decision.DownReachable).Order());
    }

    [Fact]
    public void Those_around_a_broken_link_go_and_do_not_ask_for_the_lease()
    {
        foreach (var self in new[] { 0, 2 })
        {
            var strategy = new LeaseMajority(Node(self), null, null, Delay, Delay)
            {
                Reachability = Reachability.Empty.Unreachable(Node(0), Node(1)).Unreachable(Node(1), Node(0)),
            };
            for (var i = 0; i < 3; i++)
            {
                var member = Member.Create(Node(i), i, MemberStatus.Up, []);
                if (i == self || i == 2)
                    strategy.Add(member);
                else
                    strategy.SetUnreachable(member);
            }

            var decision = strategy.Decide();

            Assert.Equal(self == 2 ? Decision.AcquireLeaseAndDownIndirectlyConnected : Decision.DownIndirectlyConnected, decision);
            Assert.Equal([Node(0), Node(1)], strategy.NodesToDown(decision).Order());
        }
    }

    /// <summary>A view of node 0: the first ones are reachable.</summary>
    private static LeaseMajority Split(int size, int reachable)
    {
        var strategy = new LeaseMajority(Node(0), null, null, Delay, Delay);
        for (var i = 0; i < size; i++)
        {
            var member = Member.Create(Node(i), i, MemberStatus.Up, []);
            if (i < reachable)
                strategy.Add(member);
            else
                strategy.SetUnreachable(member);
        }

        return strategy;
    }
}
