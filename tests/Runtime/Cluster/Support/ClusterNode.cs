namespace Akka.Flink.Runtime.Tests.Cluster.Support;

using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Sql;

/// <summary>A node of a cluster in this process: an actor system with real remoting, and the runtime's share.</summary>
internal sealed class ClusterNode
{
    private const string Quiet = """
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          actor.provider = cluster
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          coordinated-shutdown.run-by-actor-system-terminate = off
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
          cluster {
            gossip-interval = 100ms
            leader-actions-interval = 100ms
            periodic-tasks-initial-delay = 100ms
            unreachable-nodes-reaper-interval = 100ms
            failure-detector { heartbeat-interval = 200ms, acceptable-heartbeat-pause = 4s, expected-response-after = 500ms }
            # A pause of this process while a node is being judged is one of all nodes, and not to end them all.
            split-brain-resolver { stable-after = 1s, down-all-when-unstable = 60s }
            singleton.hand-over-retry-interval = 200ms
            singleton-proxy.singleton-identification-interval = 200ms
            sharding { retry-interval = 200ms, coordinator-failure-backoff = 300ms }
          }
          flink.task-dispatcher.dedicated-thread-pool.thread-count = 2
        }
        """;

    private readonly DirectoryChunkStore _chunks;

    public ClusterNode(string directory, TestPrograms programs, ClusterSettings settings)
    {
        System = ActorSystem.Create("akka-flink", ConfigurationFactory.ParseString(Quiet + Journal(directory))
            .WithFallback(RuntimeMessageSerializer.DefaultConfig)
            .WithFallback(JobRuntime.DefaultConfiguration)
            .WithFallback(SqlPersistence.DefaultConfiguration));
        _chunks = new DirectoryChunkStore(Path.Combine(directory, "state"), new NodeBudget());
        var services = new NodeServices(ClusterRuntime.NodeNameOf(System), new JobCache(), _chunks, TimeProvider.System)
        {
            Programs = programs,
        };
        Membership = Akka.Cluster.Cluster.Get(System);
        Runtime = ClusterRuntime.Start(System, services, settings);
    }

    public ActorSystem System { get; }

    public Akka.Cluster.Cluster Membership { get; }

    public ClusterRuntime Runtime { get; }

    public IClusterClient Client => Runtime.Client;

    public string Name => Runtime.Node.Node;

    public bool IsGone { get; private set; }

    /// <summary>Dies without a word to the cluster.</summary>
    public async Task KillAsync()
    {
        if (IsGone)
            return;

        IsGone = true;
        await System.Terminate().WaitAsync(ClusterTest.Patience);
        _chunks.Dispose();
    }

    private static string Journal(string directory) => $$"""
        akka.persistence {
          journal.plugin = "test-journal"
          snapshot-store.plugin = "akka.persistence.no-snapshot-store"
        }
        test-journal {
          class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
          plugin-dispatcher = "akka.persistence.dispatchers.default-plugin-dispatcher"
          plugin-id = "test-journal"
          provider-name = "SQLite.MS"
          connection-string = "Data Source={{Path.Combine(directory, "control.db")}};Default Timeout=10"
        }
        """;
}
