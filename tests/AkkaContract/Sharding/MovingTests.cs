namespace Akka.Flink.AkkaContract.Tests.Sharding;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;
using Akka.Flink.AkkaContract.Tests.Sharding.Support;

/// <summary>How shards move: nothing of the others is lost, and none is alive twice.</summary>
public class MovingTests : ShardingTest
{
    [Fact]
    public async Task While_a_shard_moves_the_others_lose_nothing()
    {
        var nodes = await FormSharded(2);
        var strategy = new ChosenRegions(nodes[0].SelfAddress, nodes[0].SelfAddress);
        var regions = await Regions(nodes, _ => strategy);
        await WhereIs(regions[1], "0/a");
        await WhereIs(regions[1], "1/a");

        var sent = 0;
        strategy.Choose("0", nodes[1].SelfAddress);
        await Until(
            () =>
            {
                sent++;
                for (var entity = 0; entity < 3; entity++)
                    regions[sent % 2].Tell($"{entity}/a{sent % 2} {sent}");
                return Register.Where("0/a0") == nodes[1].SelfAddress && Register.Where("0/a1") == nodes[1].SelfAddress;
            },
            () => $"0/a0 at {Register.Where("0/a0")}, 0/a1 at {Register.Where("0/a1")}");

        foreach (var entity in (string[])["1/a0", "1/a1", "2/a0", "2/a1"])
        {
            var expected = Enumerable.Range(1, sent).Where(number => number % 2 == entity[^1] - '0').Select(number => $"{number}").ToList();
            await UntilGot(entity, expected.Count);
            Assert.Equal(expected, Register.MessagesOf(entity));
        }
    }

    [Fact]
    public async Task Messages_to_a_shard_that_moves_wait_in_the_other_regions_in_order()
    {
        var nodes = await FormSharded(2);
        var strategy = new ChosenRegions(nodes[0].SelfAddress, nodes[0].SelfAddress);
        var regions = await Regions(nodes, _ => strategy);
        Assert.Equal(nodes[0].SelfAddress.ToString(), await WhereIs(regions[1], "0/a"));

        strategy.Choose("0", nodes[1].SelfAddress);
        await Until(() => Register.Where("0/a") is null, () => "0/a does not stop");
        for (var i = 0; i < 100; i++)
            regions[1].Tell($"0/a {i}");

        await UntilGot("0/a", 100);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), Register.MessagesOf("0/a"));
        Assert.Equal(nodes[1].SelfAddress, Register.Where("0/a"));
    }

    [Fact]
    public async Task Shards_even_out_over_a_node_that_joins()
    {
        var first = (await FormSharded(1))[0];
        var region = Region(first);
        for (var shard = 0; shard < 6; shard++)
            await WhereIs(region, $"{shard}/a");

        var second = Unjoined();
        second.Join(first.SelfAddress);
        var other = Region(second);

        await Until(
            () =>
            {
                // A shard that has moved is started again by the next message.
                for (var shard = 0; shard < 6; shard++)
                    region.Tell($"{shard}/a hello");
                var alive = Register.Alive.Values.CountBy(address => address).ToDictionary();
                return alive.GetValueOrDefault(first.SelfAddress) >= 2 && alive.GetValueOrDefault(second.SelfAddress) >= 2;
            },
            () => string.Join(", ", Register.Alive));
        Assert.False(other.IsNobody());
    }

    [Fact]
    public async Task A_region_that_is_told_to_shut_down_hands_over_its_shards_and_stops()
    {
        var nodes = await FormSharded(2);
        var strategy = new ChosenRegions(nodes[0].SelfAddress, nodes[1].SelfAddress);
        var regions = await Regions(nodes, _ => strategy);
        for (var shard = 0; shard < 3; shard++)
            Assert.Equal(nodes[1].SelfAddress.ToString(), await WhereIs(regions[0], $"{shard}/a"));

        var stopped = regions[1].WatchAsync();
        regions[1].Tell(GracefulShutdown.Instance);

        await stopped.WaitAsync(Deadline);
        for (var shard = 0; shard < 3; shard++)
            Assert.Equal(nodes[0].SelfAddress.ToString(), await WhereIs(regions[0], $"{shard}/a"));
    }

    [Fact]
    public async Task The_node_with_the_coordinator_leaves_and_its_shards_go_on_elsewhere()
    {
        var nodes = await FormSharded(2);
        var regions = await Regions(nodes, node => new ChosenRegions(node.SelfAddress, nodes[0].SelfAddress));
        for (var shard = 0; shard < 3; shard++)
            Assert.Equal(nodes[0].SelfAddress.ToString(), await WhereIs(regions[1], $"{shard}/a"));
        regions[1].Tell("0/a before");
        await UntilGot("0/a", 1);

        await CoordinatedShutdown.Get(nodes[0].System).Run(CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(Deadline);

        for (var shard = 0; shard < 3; shard++)
            Assert.Equal(nodes[1].SelfAddress.ToString(), await WhereIs(regions[1], $"{shard}/a"));
        await UntilAllSee([nodes[1]], MemberStatus.Up);
    }
}
