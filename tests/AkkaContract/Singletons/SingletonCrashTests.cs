namespace Akka.Flink.AkkaContract.Tests.Singletons;

using Akka.Flink.AkkaContract.Tests.Clusters.Support;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>Nodes that are killed or cut off: the singleton goes on elsewhere, and no two are alive once the others have decided.</summary>
/// <remarks>Each singleton holds a file that only one process at a time can have, and tells when it does not get it.</remarks>
public class SingletonCrashTests
{
    private const string Singleton = "singleton";

    [ProcessFact]
    public Task It_goes_on_elsewhere_when_its_node_is_killed() => Kill("keep-majority", "");

    [ProcessFact]
    [Trait("run", "full")]
    public Task It_goes_on_elsewhere_when_its_node_is_killed_and_it_needs_a_lease() =>
        Kill("lease-majority", "akka.cluster.singleton { use-lease = contract.lease, lease-retry-interval = 300ms }");

    [ProcessFact]
    public async Task Of_two_parts_of_a_cluster_one_has_it()
    {
        using var cluster = await ClusterOfProcesses.Form(3, "keep-majority", folder => Config(folder, ""));
        var oldest = await Oldest(cluster);
        int[] others = [.. Enumerable.Range(0, 3).Where(node => node != oldest)];

        cluster.Network.Part([oldest], others);

        await cluster.UntilLeft(others);
        await cluster.UntilTrue(() => others.Any(node => cluster.Nodes[node].Said.Contains($"alive {Singleton}")));
        Assert.Contains($"stopped {Singleton}", cluster.Nodes[oldest].Said);
        NoneWasTwice(cluster);
    }

    private static async Task Kill(string resolver, string addition)
    {
        using var cluster = await ClusterOfProcesses.Form(3, resolver, folder => Config(folder, addition));
        var oldest = await Oldest(cluster);

        cluster.Nodes[oldest].Kill();

        int[] others = [.. Enumerable.Range(0, 3).Where(node => node != oldest)];
        await cluster.UntilTrue(() => others.Any(node => cluster.Nodes[node].Said.Contains($"alive {Singleton}")));
        NoneWasTwice(cluster);
    }

    private static string Config(TemporaryFolder folder, string addition) => $"""
        contract.singleton = "{folder.Path}"
        akka.cluster.singleton.hand-over-retry-interval = 300ms
        {addition}
        """;

    private static async Task<int> Oldest(ClusterOfProcesses cluster)
    {
        await cluster.UntilTrue(() => cluster.Nodes.Any(node => node.Said.Contains($"alive {Singleton}")));
        return cluster.Nodes.ToList().FindIndex(node => node.Said.Contains($"alive {Singleton}"));
    }

    private static void NoneWasTwice(ClusterOfProcesses cluster) =>
        Assert.DoesNotContain($"twice {Singleton}", cluster.Nodes.SelectMany(node => node.Said));
}
