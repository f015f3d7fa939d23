namespace Akka.Flink.AkkaSlice.Tests.Membership;

using Akka.Cluster;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Merging is commutative, associative and idempotent, over all gossips that nodes can come to hold.</summary>
public class GossipMergeTests
{
    private static readonly Arbitrary<(int Seed, int Steps, int[] Which)> Histories =
        (from seed in Gen.Choose(0, int.MaxValue - 1)
         from steps in Gen.Choose(0, 120)
         from which in Gen.Choose(0, GossipHistory.Nodes - 1).ArrayOf(3)
         select (seed, steps, which)).ToArbitrary();

    [Fact]
    public void It_does_not_matter_which_comes_first() => Check(3000, (a, b, _) => AssertSame(a.Merge(b), b.Merge(a)));

    [Fact]
    public void It_does_not_matter_which_two_are_merged_first() =>
        Check(3000, (a, b, c) => AssertSame(a.Merge(b).Merge(c), a.Merge(b.Merge(c))));

    [Fact]
    public void Merging_again_changes_nothing() => Check(3000, (a, b, _) =>
    {
        AssertSame(a, a.Merge(a));
        AssertSame(a.Merge(b), a.Merge(b).Merge(b));
    });

    [Fact]
    public void A_member_that_is_removed_does_not_come_back() => Check(3000, (a, b, _) =>
    {
        var merged = a.Merge(b);
        Assert.DoesNotContain(merged.Members, member =>
            a.Tombstones.ContainsKey(member.UniqueAddress) || b.Tombstones.ContainsKey(member.UniqueAddress));
        Assert.All(merged.Tombstones.Keys, gone => Assert.DoesNotContain(merged.Reachability.Records,
            record => record.Observer == gone || record.Subject == gone));
    });

    [Fact]
    public void No_member_goes_back_in_its_life() => Check(3000, (a, b, _) =>
    {
        foreach (var member in a.Merge(b).Members)
        {
            foreach (var side in new[] { a, b }.Where(side => side.HasMember(member.UniqueAddress)))
            {
                var before = side.GetMember(member.UniqueAddress);
                Assert.Equal(member.Status, Member.HighestPriorityOf(before, member).Status);
            }
        }
    });

    [Fact]
    public void The_version_is_after_both_unless_it_is_one_of_them() => Check(3000, (a, b, _) =>
    {
        if (!a.Tombstones.IsEmpty || !b.Tombstones.IsEmpty)
            return;

        var merged = a.Merge(b).Version;
        Assert.All([a.Version, b.Version], version => Assert.True(merged == version || merged > version));
    });

    [Fact]
    public void Nobody_has_seen_what_is_merged() => Check(100, (a, b, _) => Assert.Empty(a.Merge(b).Seen));

    [Fact]
    public void Tombstones_go_when_they_are_old()
    {
        var now = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        var gossip = Gossip.Empty.Add(Member.Create(GossipHistory.Node(1), [])).Remove([GossipHistory.Node(1)], now);

        Assert.NotEmpty(gossip.PruneTombstones(now).Tombstones);
        Assert.Empty(gossip.PruneTombstones(now.AddTicks(1)).Tombstones);
    }

    private static void Check(int runs, Action<Gossip, Gossip, Gossip> law) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(runs),
        Prop.ForAll(Histories, history =>
        {
            var gossips = new GossipHistory(history.Seed, history.Steps).Gossips;
            law(gossips[history.Which[0]], gossips[history.Which[1]], gossips[history.Which[2]]);
        }));

    private static void AssertSame(Gossip expected, Gossip actual)
    {
        Assert.True(expected.SaysTheSameAs(actual), $"expected {expected}\nbut was {actual}");
        Assert.Equal(expected.Version, actual.Version);
    }
}
