namespace Akka.Flink.Runtime;

using System.Text.Json;
using Akka.Configuration;
using Akka.Persistence.Sql;
using Microsoft.Data.Sqlite;

/// <summary>The durable state of a process that runs jobs by itself: two SQLite databases in one directory, and a lock on it.</summary>
/// <remarks>
/// <para><b>State.</b> <c>control.db</c> holds the events of the JobManager, <c>state.db</c> the chunks. Both sync each commit to disk:
/// a checkpoint that is listed in the one must not name chunks that a power failure has taken from the other. Both say which cluster
/// they belong to; a new directory is a new cluster.</para>
/// <para><b>Threads.</b> Opened and disposed of by the process that runs the jobs: opened before its actor system, disposed of after that
/// has terminated.</para>
/// </remarks>
internal sealed class EmbeddedStorage : IDisposable
{
    /// <summary>The plugin id of the journal of the JobManager.</summary>
    public const string ControlJournal = "akka.flink.control-journal";

    /// <summary>The plugin id of the journal of chunks.</summary>
    public const string StateJournal = "akka.flink.state-journal";

    private const string ControlRole = "control";
    private const string StateRole = "state";
    private const int ControlPageSize = 4 * 1024;
    private const int StatePageSize = 32 * 1024;
    private const int BusySeconds = 10;

    private readonly DirectoryLock _lock;

    private EmbeddedStorage(string directory, string clusterId, DirectoryLock held)
    {
        Directory = directory;
        ClusterId = clusterId;
        _lock = held;
        Config = BuildConfig(ControlFile(directory), StateFile(directory));
    }

    /// <summary>The directory, as a full path.</summary>
    public string Directory { get; }

    /// <summary>The database with the chunks, as a full path.</summary>
    public string StatePath => StateFile(Directory);

    /// <summary>The cluster that the databases belong to.</summary>
    public string ClusterId { get; }

    /// <summary>What the actor system needs to use the databases: both journals (<see cref="ControlJournal"/>, which is also the default
    /// one, and <see cref="StateJournal"/>), the serializer of chunks, and the plugins' defaults. Anything else falls back to it:
    /// <c>user.WithFallback(storage.Config)</c>.</summary>
    public Config Config { get; }

    /// <summary>Opens a directory for this process alone, and makes what is not there yet.</summary>
    /// <param name="directory">Where: <c>akka.flink.dir</c>. Relative to the working directory; made if it is missing.</param>
    /// <param name="clusterId">The cluster that the databases must belong to; null for the one that they do.</param>
    /// <returns>The open storage; lets go of the directory when disposed of, as the end of the process does.</returns>
    /// <exception cref="StorageException">Another process uses the directory, a database is locked, damaged, missing or of another
    /// cluster, or the directory cannot be written. The message names the file and what to do.</exception>
    public static EmbeddedStorage Open(string directory, string? clusterId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);

        var path = Path.GetFullPath(directory);
        Create(path);
        var held = DirectoryLock.Take(path);
        try
        {
            return new EmbeddedStorage(path, Identify(path, clusterId), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the directory. The actor system that uses the databases must have terminated.</summary>
    public void Dispose() => _lock.Dispose();

    private static string ControlFile(string directory) => Path.Combine(directory, "control.db");

    private static string StateFile(string directory) => Path.Combine(directory, "state.db");

    private static void Create(string path)
    {
        try
        {
            System.IO.Directory.CreateDirectory(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw EmbeddedStorageErrors.NoDirectory(path, cause);
        }
    }

    /// <summary>The state database is made first: where there is a control database, there must be a state database.</summary>
    private static string Identify(string directory, string? clusterId)
    {
        var control = ControlFile(directory);
        var state = StateFile(directory);
        if (new ClusterFolder(directory).ReadId() is { } cluster)
            throw EmbeddedStorageErrors.IsOfACluster(directory, cluster);
        if (File.Exists(control) && !File.Exists(state))
            throw EmbeddedStorageErrors.StateMissing(control, state);

        var found = DatabaseIdentity.Ensure(state, StateRole, clusterId, StatePageSize);
        return DatabaseIdentity.Ensure(control, ControlRole, found, ControlPageSize);
    }

    private static Config BuildConfig(string control, string state) => ConfigurationFactory
        .ParseString($$"""
            akka.persistence {
              journal.plugin = "{{ControlJournal}}"
              snapshot-store.plugin = "akka.persistence.no-snapshot-store"
            }
            {{ControlJournal}} { {{Journal(ControlJournal, control)}} }
            {{StateJournal}} { {{Journal(StateJournal, state)}} }
            """)
        .WithFallback(JournalChunkStore.DefaultConfig)
        .WithFallback(SqlPersistence.DefaultConfiguration);

    /// <summary>How SQLite syncs is left at its default, full: see <c>docs/decisions/0003-sqlite-beneath-the-journal.md</c>.</summary>
    private static string Journal(string pluginId, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds };
        return $$"""

              class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
              plugin-dispatcher = "akka.persistence.dispatchers.default-plugin-dispatcher"
              plugin-id = "{{pluginId}}"
              provider-name = "SQLite.MS"
              connection-string = {{JsonSerializer.Serialize(connection.ToString())}}
              circuit-breaker.call-timeout = 60s

            """;
    }
}
