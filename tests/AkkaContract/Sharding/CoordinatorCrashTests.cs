namespace Akka.Flink.AkkaContract.Tests.Sharding;

using Akka.Flink.AkkaContract.Tests.Clusters.Support;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>The node with the coordinator is killed or cut off: the next one goes on with what the journal says.</summary>
public class CoordinatorCrashTests
{
    private const int Shards = 6;

    [ProcessFact]
    public async Task Shards_stay_where_they_are_and_those_of_the_node_that_is_killed_go_on_elsewhere()
    {
        using var cluster = await ClusterOfProcesses.Form(3, "keep-majority", Config);
        var homes = await HomesSeenBy(cluster, 1);

        cluster.Nodes[0].Kill();
        await cluster.UntilTheySeeThemselves(1, 2);
        var later = await HomesSeenBy(cluster, 2);

        foreach (var (entity, process) in homes.Where(entry => entry.Value != cluster.Nodes[0].Id))
            Assert.Equal(process, later[entity]);
        Assert.DoesNotContain(cluster.Nodes[0].Id, later.Values);
        NoneWasTwice(cluster);
    }

    [ProcessFact]
    [Trait("run", "full")]
    public async Task No_entity_is_alive_twice_when_the_node_with_the_coordinator_is_cut_off()
    {
        using var cluster = await ClusterOfProcesses.Form(3, "keep-majority", Config);
        await HomesSeenBy(cluster, 1);

        cluster.Network.Part([0], [1, 2]);
        await cluster.UntilLeft(1, 2);
        var later = await HomesSeenBy(cluster, 2);

        Assert.DoesNotContain(cluster.Nodes[0].Id, later.Values);
        NoneWasTwice(cluster);
    }

    private static string Config(TemporaryFolder folder) => $$"""
        contract.sharding = "{{folder.Path}}"
        akka.cluster.singleton.hand-over-retry-interval = 300ms
        akka.cluster.sharding {
          passivate-idle-entity-after = off
          retry-interval = 300ms
          coordinator-failure-backoff = 500ms
          rebalance-interval = 1h
        }
        {{SqlSystem.Defaults}}
        {{SqlSystem.Configuration("SQLite.MS", $"Data Source={folder.File("journal.db")}")}}
        """;

    /// <summary>The process that each entity answers from, one entity for each shard.</summary>
    private static async Task<Dictionary<string, int>> HomesSeenBy(ClusterOfProcesses cluster, int node)
    {
        var homes = new Dictionary<string, int>();
        for (var shard = 0; shard < Shards; shard++)
            homes.Add($"{shard}/a", await HomeSeenBy(cluster, cluster.Nodes[node], $"{shard}/a"));
        return homes;
    }

    private static async Task<int> HomeSeenBy(ClusterOfProcesses cluster, NodeProcess node, string entity)
    {
        var before = node.Said.Count;
        var asked = 0;
        await cluster.UntilTrue(() =>
        {
            var silences = node.Said.Skip(before).Count(line => line == $"silent {entity}");
            if (silences == asked)
            {
                asked++;
                node.Ask(entity);
            }

            return node.Said.Skip(before).Any(line => line.StartsWith($"at {entity} ", StringComparison.Ordinal));
        });
        return int.Parse(node.Said.Skip(before).Last(line => line.StartsWith($"at {entity} ", StringComparison.Ordinal)).Split(' ')[2]);
    }

    private static void NoneWasTwice(ClusterOfProcesses cluster) => Assert.DoesNotContain(
        cluster.Nodes.SelectMany(node => node.Said), line => line.StartsWith("twice ", StringComparison.Ordinal));
}
