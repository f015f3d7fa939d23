namespace Akka.Flink.AkkaContract.Tests.Sharding;

using Akka.Actor;
using Akka.Cluster;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Flink.AkkaContract.Tests.Sharding.Support;

/// <summary>The coordinator's journal does not grow for ever: snapshots take the place of events.</summary>
public class CoordinatorSnapshotTests : ShardingTest
{
    private const int Shards = 25;

    private const string Frequent = """
        akka.cluster.sharding { snapshot-after = 5, keep-nr-of-batches = 1 }

        """;

    [Fact]
    public async Task Events_before_a_snapshot_are_deleted_but_for_the_last_batch()
    {
        var nodes = await FormSharded(1, Frequent);
        var regions = await Regions(nodes);

        await AllocateAll(regions[0]);

        // One event for the region, one for each shard. Should the snapshot of event 25 be damaged, that of 20 and what follows is there.
        await Until(() => Events() is [21, ..] && Snapshots() is [20, 25], Describe);
        Assert.Equal([21, 22, 23, 24, 25, 26], Events());
    }

    [Fact]
    public async Task A_coordinator_that_begins_with_a_snapshot_knows_where_every_shard_is()
    {
        var nodes = await FormSharded(2, Frequent);
        var regions = await Regions(nodes, node => new ChosenRegions(node.SelfAddress, nodes[1].SelfAddress));
        await AllocateAll(regions[0]);
        await Until(() => Events() is [> 5, ..], Describe);

        await nodes[0].LeaveAsync().WaitAsync(Deadline);   // the coordinator moves, the shards do not
        await UntilAllSee([nodes[1]], MemberStatus.Up);

        for (var shard = 0; shard < Shards; shard++)
            Assert.Equal("2", await regions[1].Ask<string>($"{shard}/a count", Deadline));   // the entity of before
    }

    private static async Task AllocateAll(IActorRef region)
    {
        for (var shard = 0; shard < Shards; shard++)
            Assert.Equal("1", await region.Ask<string>($"{shard}/a count", Deadline));
    }

    private long[] Events() => Numbers(
        "SELECT sequence_number FROM journal WHERE persistence_id LIKE '%Coordinator%' AND deleted = 0 ORDER BY 1");

    private long[] Snapshots() => Numbers(
        "SELECT sequence_number FROM snapshot WHERE persistence_id LIKE '%Coordinator%' ORDER BY 1");

    private string Describe() => $"events {string.Join(",", Events())}, snapshots {string.Join(",", Snapshots())}";

    private long[] Numbers(string query)
    {
        using var probe = new SqliteProbe(JournalFile);
        return [.. probe.Rows(query).Select(long.Parse)];
    }
}
