namespace Akka.Flink.AkkaContract.Tests.Sharding;

using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Flink.AkkaContract.Tests.Sharding.Support;

/// <summary>How a message finds its entity.</summary>
public class DeliveryTests : ShardingTest
{
    [Fact]
    public async Task An_entity_is_one_for_all_nodes_and_each_node_can_have_entities()
    {
        var nodes = await FormSharded(2);
        var regions = await Regions(nodes);

        var homes = new List<string>();
        for (var shard = 0; shard < 4; shard++)
        {
            homes.Add(await WhereIs(regions[0], $"{shard}/a"));
            Assert.Equal(homes[shard], await WhereIs(regions[1], $"{shard}/a"));
            Assert.Equal(homes[shard], await WhereIs(regions[1], $"{shard}/b"));
        }

        Assert.Equal(nodes.Select(node => node.SelfAddress.ToString()).Order(), homes.Distinct().Order());
    }

    [Fact]
    public async Task Messages_wait_in_order_until_there_is_a_home()
    {
        var node = Unjoined();
        var region = Region(node);
        for (var i = 0; i < 100; i++)
            region.Tell($"{i % 3}/a {i}");

        await node.JoinAsync(node.SelfAddress).WaitAsync(Deadline);

        await UntilGot("0/a", 34);
        await UntilGot("1/a", 33);
        await UntilGot("2/a", 33);
        Assert.Equal(Enumerable.Range(0, 34).Select(i => $"{i * 3}"), Register.MessagesOf("0/a"));
    }

    [Fact]
    public async Task A_message_to_an_entity_that_stops_waits_for_the_next_one()
    {
        var node = (await FormSharded(1))[0];
        var region = Region(node);

        region.Tell("0/a before");
        region.Tell("0/a passivate");
        await WhereIs(region, "0/b");   // the entity has asked its parent by now
        region.Tell("0/a after");

        await UntilGot("0/a", 2);
        Assert.Equal(["before", "after"], Register.MessagesOf("0/a"));
    }

    [Fact]
    public async Task A_proxy_reaches_the_entities_and_has_none()
    {
        var nodes = await FormSharded(2);
        await Regions([nodes[0]]);

        var proxy = ClusterSharding.Get(nodes[1].System).StartProxy(TypeName, null, new ByPrefix());

        for (var shard = 0; shard < 3; shard++)
            Assert.Equal(nodes[0].SelfAddress.ToString(), await WhereIs(proxy, $"{shard}/a"));
    }

    [Fact]
    public async Task Regions_answer_for_their_shards_and_for_all()
    {
        var nodes = await FormSharded(2);
        var regions = await Regions(nodes);
        foreach (var entity in (string[])["0/a", "0/b", "1/a", "2/a"])
            await WhereIs(regions[0], entity);

        var states = await Task.WhenAll(regions.Select(region =>
            region.Ask<CurrentShardRegionState>(GetShardRegionState.Instance, Deadline)));
        var stats = await regions[1].Ask<ClusterShardingStats>(new GetClusterShardingStats(Deadline), Deadline);
        var current = await regions[1].Ask<CurrentRegions>(GetCurrentRegions.Instance, Deadline);

        Assert.Equal(["0/a", "0/b", "1/a", "2/a"], states.SelectMany(state => state.Shards).SelectMany(shard => shard.EntityIds).Order());
        Assert.Equal(3, states.Sum(state => state.Shards.Count));
        Assert.Equal(4, stats.Regions.Values.Sum(region => region.Stats.Values.Sum()));
        Assert.Equal(nodes.Select(node => node.SelfAddress).ToHashSet(), current.Regions.ToHashSet());
    }
}
