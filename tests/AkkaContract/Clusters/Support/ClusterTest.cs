namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

using System.Diagnostics;
using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;

/// <summary>Several actor systems in this process, each a node on a port of its own, with times that are short for tests.</summary>
public abstract class ClusterTest : IAsyncLifetime
{
    /// <summary>How long a test waits for what must come; reached only when a promise is broken.</summary>
    protected static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly List<ActorSystem> _systems = [];
    private readonly string _name = "cluster-" + Guid.NewGuid().ToString("N")[..8];

    /// <summary>What every node has, before what a test adds.</summary>
    protected const string Fast = """
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          actor.provider = cluster
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
          cluster {
            gossip-interval = 100ms
            leader-actions-interval = 100ms
            periodic-tasks-initial-delay = 100ms
            unreachable-nodes-reaper-interval = 100ms
            seed-node-timeout = 2s
            retry-unsuccessful-join-after = 2s
            failure-detector { heartbeat-interval = 200ms, acceptable-heartbeat-pause = 2s, expected-response-after = 500ms }
            # A pause of this process while a node is being judged is one of all nodes, and not to end them all.
            split-brain-resolver { stable-after = 1s, down-all-when-unstable = 60s }
          }
        }

        """;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var system in _systems)
            await system.Terminate().WaitAsync(Deadline);
    }

    /// <summary>Starts a system that is no member yet.</summary>
    protected Cluster Node(string config = "")
    {
        var system = ActorSystem.Create(_name, ConfigurationFactory.ParseString(Fast + config));
        _systems.Add(system);
        return Cluster.Get(system);
    }

    /// <summary>Starts systems that are members of one cluster, all up.</summary>
    protected async Task<Cluster[]> Form(int size, string config = "")
    {
        var nodes = Enumerable.Range(0, size).Select(_ => Node(config)).ToArray();
        foreach (var node in nodes)
            node.Join(nodes[0].SelfAddress);
        await UntilAllSee(nodes, MemberStatus.Up);
        return nodes;
    }

    /// <summary>Waits until each of these sees just these, all with this status and reachable.</summary>
    protected static Task UntilAllSee(Cluster[] nodes, MemberStatus status) => Until(
        () => nodes.All(node => node.State.Members.Count == nodes.Length
            && node.State.Unreachable.IsEmpty
            && nodes.All(other => node.State.Members.Any(member =>
                member.UniqueAddress == other.SelfUniqueAddress && member.Status == status))),
        () => string.Join("\n", nodes.Select(Describe)));

    /// <summary>Waits for a condition; what it says is the failure's text.</summary>
    protected static async Task Until(Func<bool> condition, Func<string> describe)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > Deadline)
                Assert.Fail($"Not within {Deadline}:\n{describe()}");
            await Task.Delay(20);
        }
    }

    protected static string Describe(Cluster node) =>
        $"{node.SelfAddress}: [{string.Join(", ", node.State.Members.Select(member => $"{member.Address} {member.Status}"))}], " +
        $"unreachable [{string.Join(", ", node.State.Unreachable.Select(member => member.Address))}], leader {node.State.Leader}";
}
