namespace Akka.Flink.AkkaContract.Tests.Sharding.Support;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;
using Akka.Flink.AkkaContract.Tests.Clusters.Support;
using Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;
using Akka.Persistence.Sql;

/// <summary>Several nodes in this process that share a journal and have entities of one type, which enter a register.</summary>
/// <remarks>What has no serializer of its own is refused, so no message of sharding falls back to names of types.</remarks>
public abstract class ShardingTest : ClusterTest
{
    protected const string TypeName = "registered";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Lets only what is bound cross nodes; the bindings are those of the reference configuration.</summary>
    public const string Serializers = """
        akka.actor {
          serializers {
            refusing = "Akka.Flink.AkkaContract.Tests.Remoting.RefusingSerializer, Akka.Flink.AkkaContract.Tests"
            akka-singleton = "Akka.Cluster.Tools.Singleton.Serialization.ClusterSingletonMessageSerializer, Akka.Cluster.Tools"
            akka-sharding = "Akka.Cluster.Sharding.Serialization.ClusterShardingMessageSerializer, Akka.Cluster.Sharding"
          }
          serialization-bindings {
            "System.Object" = refusing
            "Akka.Cluster.Tools.Singleton.IClusterSingletonMessage, Akka.Cluster.Tools" = akka-singleton
            "Akka.Cluster.Sharding.IClusterShardingSerializable, Akka.Cluster.Sharding" = akka-sharding
          }
          serialization-identifiers {
            "Akka.Cluster.Tools.Singleton.Serialization.ClusterSingletonMessageSerializer, Akka.Cluster.Tools" = 14
            "Akka.Cluster.Sharding.Serialization.ClusterShardingMessageSerializer, Akka.Cluster.Sharding" = 13
          }
        }

        """;

    protected Register Register { get; } = new();

    /// <summary>The file of the journal that the nodes share.</summary>
    protected string JournalFile => _folder.File("journal.db");

    private string Config => Serializers + $$"""
        akka.cluster.sharding {
          passivate-idle-entity-after = off
          rebalance-interval = 200ms
          retry-interval = 200ms
          coordinator-failure-backoff = 200ms
        }
        akka.cluster.singleton.hand-over-retry-interval = 100ms
        {{SqlSystem.Defaults}}
        {{SqlSystem.Configuration("SQLite.MS", $"Data Source={JournalFile}")}}
        """;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(Register.Violations);
    }

    protected Cluster Unjoined(string config = "")
    {
        var node = Node(Config + config);
        SqlPersistence.Get(node.System);
        return node;
    }

    protected async Task<Cluster[]> FormSharded(int size, string config = "")
    {
        var nodes = Enumerable.Range(0, size).Select(_ => Unjoined(config)).ToArray();
        foreach (var node in nodes)
        {
            node.Join(nodes[0].SelfAddress);
            // One after the other, so that the first is the oldest.
            await UntilAllSee(nodes[..(Array.IndexOf(nodes, node) + 1)], MemberStatus.Up);
        }

        return nodes;
    }

    /// <summary>Starts the region of a node.</summary>
    protected IActorRef Region(Cluster node, IShardAllocationStrategy? strategy = null)
    {
        var sharding = ClusterSharding.Get(node.System);
        return sharding.Start(
            TypeName,
            id => Registered.Props(Register, id),
            sharding.Settings,
            new ByPrefix(),
            strategy ?? sharding.DefaultShardAllocationStrategy(sharding.Settings),
            Registered.Stop);
    }

    /// <summary>Starts the regions of nodes, and waits until each has found the coordinator and that knows all of them.</summary>
    protected async Task<IActorRef[]> Regions(Cluster[] nodes, Func<Cluster, IShardAllocationStrategy>? strategy = null)
    {
        var regions = nodes.Select(node => Region(node, strategy?.Invoke(node))).ToArray();
        foreach (var region in regions)
            await Until(() => CountRegions(region) == nodes.Length, () => $"{region} knows of {CountRegions(region)} regions");
        return regions;
    }

    private static int CountRegions(IActorRef region) =>
        region.Ask<CurrentRegions>(GetCurrentRegions.Instance, Deadline).Result.Regions.Count;

    protected static Task<string> WhereIs(IActorRef region, string entity) => region.Ask<string>($"{entity} where", Deadline);

    protected Task UntilGot(string entity, int count) => Until(
        () => Register.MessagesOf(entity).Count >= count,
        () => $"{entity} at {Register.Where(entity)} has {Register.MessagesOf(entity).Count} of {count} messages");
}
