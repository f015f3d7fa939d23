namespace Akka.Flink.Runtime;

using System.Net.Sockets;
using System.Text.Json;
using Akka.Configuration;
using Akka.Persistence.Sql;
using Microsoft.Data.Sqlite;
using Npgsql;

/// <summary>What the nodes of a cluster share: the control database, the state of checkpoints, uploaded programs.</summary>
/// <remarks>
/// <para><b>State.</b> The control database holds the journals of the job manager and of sharding's coordinator, snapshots of the latter,
/// and leases: an SQLite file that several processes of one host open, or a PostgreSQL database. State and programs are files in a
/// folder that all nodes see: see <see cref="ClusterFolder"/>. Database and folder are bound to one cluster.</para>
/// <para><b>Threads.</b> Opened and disposed of by the process of the node: opened before its actor system, disposed of after that has
/// terminated.</para>
/// </remarks>
internal sealed class ClusterStorage : IDisposable
{
    /// <summary>What the control database of a cluster says that it is there for.</summary>
    public const string Role = "cluster";

    /// <summary>The plugin id of the journal of the job manager and of sharding.</summary>
    public const string ControlJournal = EmbeddedStorage.ControlJournal;

    /// <summary>The plugin id of the store of snapshots: sharding's coordinator takes some.</summary>
    public const string ControlSnapshots = "akka.flink.control-snapshots";

    private const int Busy = 5;
    private const int Locked = 6;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);

    private readonly DirectoryChunkStore _chunks;

    private ClusterStorage(ClusterFolder folder, string clusterId, IControlDatabase database)
    {
        Directory = folder.Path;
        ClusterId = clusterId;
        Config = BuildConfig(database);
        Presence = new ClusterPresence(database.Presence, TimeProvider.System);
        Artifacts = new ArtifactStore(folder.Artifacts, TimeProvider.System);
        _chunks = new DirectoryChunkStore(folder.State, new NodeBudget());
    }

    /// <summary>The folder that all nodes see, as a full path.</summary>
    public string Directory { get; }

    /// <summary>The cluster that all this belongs to.</summary>
    public string ClusterId { get; }

    /// <summary>What the actor system needs to use the control database: the journal and the store of snapshots, which are also the default
    /// ones and those of sharding, and the section of leases. Anything else falls back to it: <c>user.WithFallback(storage.Config)</c>.
    /// It has the connection string in it.</summary>
    public Config Config { get; }

    /// <summary>Whether a cluster uses it, and that this one does.</summary>
    public ClusterPresence Presence { get; }

    /// <summary>Where the chunks of checkpoints are.</summary>
    public IChunkStore Chunks => _chunks;

    /// <summary>Where uploaded programs are.</summary>
    public ArtifactStore Artifacts { get; }

    /// <summary>Opens what a cluster shares, and makes what is not there yet. Other nodes may do so at the same time.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="clock">Says how long a database has not answered.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The open storage.</returns>
    /// <exception cref="StorageException">Database or folder belong to another cluster or to a process that runs jobs by itself, or cannot
    /// be used. The message names which and what to do.</exception>
    public static async Task<ClusterStorage> OpenAsync(
        ClusterStorageSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = new ClusterFolder(Path.GetFullPath(settings.Directory));
        IControlDatabase database = settings.Control == ControlDatabaseKind.PostgreSql
            ? new PostgreSqlControlDatabase(settings.ConnectionString)
            : new SqliteControlDatabase(folder.Database);
        folder.Create();
        var begin = clock.GetTimestamp();
        while (true)
        {
            try
            {
                var id = await Task.Run(() => Bind(folder, database, settings.ClusterId), cancellationToken).ConfigureAwait(false);
                return new ClusterStorage(folder, id, database);
            }
            catch (StorageException refused) when (IsPassing(refused) && clock.GetElapsedTime(begin) < settings.StartTimeout)
            {
                await Task.Delay(RetryInterval, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes what tasks have appended, and lets go of the files. The actor system must have terminated.</summary>
    public void Dispose() => _chunks.Dispose();

    private static string Bind(ClusterFolder folder, IControlDatabase database, string? clusterId)
    {
        // Read once more behind the database: another node may have made both in between.
        var isBound = database.IsBound();
        if (folder.ReadId() is null && isBound)
            throw ClusterStorageErrors.StateMissing(database.Name, folder.Path);

        var id = folder.ReadId() ?? folder.Bind(clusterId ?? Guid.NewGuid().ToString("N"));
        if (clusterId is not null && id != clusterId)
            throw ClusterStorageErrors.OtherCluster($"folder '{folder.Path}'", id, clusterId);

        Check(database, database.Bind(id), id);
        database.Presence.Create();
        return id;
    }

    private static void Check(IControlDatabase database, DatabaseOwner? owner, string clusterId)
    {
        if (owner is null)
            throw ClusterStorageErrors.NoIdentity(database.Name);
        if (owner.Format > DatabaseIdentity.Format)
            throw ClusterStorageErrors.NewerFormat(database.Name, owner.Format, DatabaseIdentity.Format);
        if (owner.Role != Role)
            throw ClusterStorageErrors.NotACluster(database.Name, owner.Role, owner.ClusterId, clusterId);
        if (owner.ClusterId != clusterId)
            throw ClusterStorageErrors.OtherCluster(database.Name, owner.ClusterId, clusterId);
    }

    /// <summary>Whether it may be otherwise in a moment: a server that starts, a file that somebody writes to.</summary>
    private static bool IsPassing(StorageException refused) => refused.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked,
        PostgresException answer => answer.IsTransient,
        NpgsqlException or SocketException or TimeoutException => true,
        _ => false,
    };

    private static Config BuildConfig(IControlDatabase database) => ConfigurationFactory
        .ParseString($$"""
            akka.persistence {
              journal.plugin = "{{ControlJournal}}"
              snapshot-store.plugin = "{{ControlSnapshots}}"
            }
            akka.cluster.sharding {
              state-store-mode = persistence
              journal-plugin-id = "{{ControlJournal}}"
              snapshot-plugin-id = "{{ControlSnapshots}}"
            }
            {{ControlJournal}} {
              class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
              {{Plugin(ControlJournal, database)}}
            }
            {{ControlSnapshots}} {
              class = "Akka.Persistence.Sql.Snapshot.SqlSnapshotStore, Akka.Persistence.Sql"
              {{Plugin(ControlSnapshots, database)}}
            }
            """)
        .WithFallback(database.LeaseConfig)
        .WithFallback(SqlPersistence.DefaultConfiguration);

    private static string Plugin(string id, IControlDatabase database) => $$"""

              plugin-dispatcher = "akka.persistence.dispatchers.default-plugin-dispatcher"
              plugin-id = "{{id}}"
              provider-name = "{{database.ProviderName}}"
              connection-string = {{JsonSerializer.Serialize(database.ConnectionString)}}
              circuit-breaker.call-timeout = 60s

        """;
}
