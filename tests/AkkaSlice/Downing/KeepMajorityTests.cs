namespace Akka.Flink.AkkaSlice.Tests.Downing;

using System.Collections.Immutable;
using Akka.Cluster;
using Akka.Cluster.SBR;
using FsCheck;
using FsCheck.Fluent;
using static Akka.Flink.AkkaSlice.Tests.Membership.GossipHistory;

/// <summary>Two sides that decide on their own must not both go on.</summary>
public class KeepMajorityTests
{
    private static readonly Gen<MemberStatus> Statuses = Gen.Elements(
        MemberStatus.Up, MemberStatus.Up, MemberStatus.Up, MemberStatus.Joining, MemberStatus.WeaklyUp, MemberStatus.Leaving);

    private static readonly Arbitrary<(MemberStatus[] Statuses, bool[] Sides, bool[] Moved)> Splits =
        (from size in Gen.Choose(2, Nodes)
         from statuses in Statuses.ArrayOf(size)
         from sides in Gen.Elements(true, false).ArrayOf(size)
         from moved in Gen.Elements(true, false).ArrayOf(size)
         select (statuses, sides, moved)).ToArbitrary();

    private static readonly Arbitrary<(int Size, (int, int)[] Broken)> Links =
        (from size in Gen.Choose(2, Nodes)
         from broken in Gen.Zip(Gen.Choose(0, size - 1), Gen.Choose(0, size - 1)).ArrayOf(6)
         select (size, broken)).ToArbitrary();

    [Fact]
    public void At_most_one_side_goes_on() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Splits, split => Assert.True(
            Survivors(split.Statuses, split.Sides, true).IsEmpty || Survivors(split.Statuses, split.Sides, false).IsEmpty)));

    [Fact]
    public void At_most_one_side_goes_on_when_one_has_moved_members_on_that_the_other_does_not_know_of() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Splits, split =>
        {
            // The leader of one side moved them before it saw the other side go.
            var moved = split.Statuses.Zip(split.Moved, (status, isMoved) => !isMoved ? status : status switch
            {
                MemberStatus.Joining or MemberStatus.WeaklyUp => MemberStatus.Up,
                MemberStatus.Leaving => MemberStatus.Exiting,
                _ => status,
            }).ToArray();

            Assert.True(Survivors(split.Statuses, split.Sides, true).IsEmpty || Survivors(moved, split.Sides, false).IsEmpty);
        }));

    [Fact]
    public void When_all_are_up_just_the_larger_side_goes_on() => Check.QuickThrowOnFailure(Prop.ForAll(Splits, split =>
    {
        var statuses = split.Sides.Select(_ => MemberStatus.Up).ToArray();
        var here = split.Sides.Count(side => side);
        var winner = here * 2 == split.Sides.Length ? split.Sides[0] : here * 2 > split.Sides.Length;

        Assert.Equal(split.Sides.Count(side => side == winner), Survivors(statuses, split.Sides, winner).Count);
        Assert.Empty(Survivors(statuses, split.Sides, !winner));
    }));

    [Fact]
    public void With_broken_links_at_most_one_part_goes_on_and_all_of_it_are_linked() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Links, links =>
        {
            var network = new BrokenNetwork(links.Size, links.Broken);
            var parts = network.Parts.Select(part => network.Survivors(part, self => new KeepMajority(self, null))).ToList();

            Assert.True(parts.Count(part => !part.IsEmpty) <= 1);
            Assert.All(parts.SelectMany(part => part), one =>
                Assert.All(parts.SelectMany(part => part), other => Assert.True(network.IsLinked(one, other))));
        }));

    [Fact]
    public void Only_members_with_the_role_count()
    {
        var strategy = new KeepMajority(Node(0), "core");
        strategy.Add(Member.Create(Node(0), 1, MemberStatus.Up, ["core"]));
        for (var i = 1; i < 4; i++)
            strategy.SetUnreachable(Member.Create(Node(i), i, MemberStatus.Up, []));

        Assert.Equal(Decision.DownUnreachable, strategy.Decide());
    }

    [Fact]
    public void Where_no_member_has_the_role_nobody_goes_on()
    {
        var strategy = new KeepMajority(Node(0), "core");
        strategy.Add(Member.Create(Node(0), 1, MemberStatus.Up, []));
        strategy.SetUnreachable(Member.Create(Node(1), 2, MemberStatus.Up, []));

        Assert.Equal(Decision.DownAll, strategy.Decide());
    }

    private static ImmutableHashSet<UniqueAddress> Survivors(MemberStatus[] statuses, bool[] sides, bool side)
    {
        if (!sides.Contains(side))
            return [];

        var strategy = new KeepMajority(Node(Array.IndexOf(sides, side)), null);
        for (var i = 0; i < statuses.Length; i++)
        {
            var member = Member.Create(Node(i), i, statuses[i], []);
            if (sides[i] == side)
                strategy.Add(member);
            else
                strategy.SetUnreachable(member);
        }

        // With nobody unreachable there is nothing to decide.
        var downed = strategy.Unreachable.IsEmpty ? [] : strategy.NodesToDown(strategy.Decide());
        return [.. Enumerable.Range(0, sides.Length).Where(i => sides[i] == side).Select(Node).Where(node => !downed.Contains(node))];
    }
}
