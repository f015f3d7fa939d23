namespace Akka.Flink.Runtime;

using Akka.Configuration;
using Microsoft.Data.Sqlite;

/// <summary>A file that processes of one host share.</summary>
/// <remarks>No process has it to itself: SQLite's write-ahead log lets all of them read, and one at a time write. Every commit is synced,
/// as a checkpoint that it records must outlive a power failure.</remarks>
/// <param name="file">The file.</param>
internal sealed class SqliteControlDatabase(string file) : IControlDatabase
{
    private const int BusySeconds = 10;
    private const int PageSize = 4 * 1024;

    /// <inheritdoc/>
    public string Name => $"database '{file}'";

    /// <inheritdoc/>
    public string ProviderName => "SQLite.MS";

    /// <inheritdoc/>
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <inheritdoc/>
    public Config LeaseConfig => ControlDatabaseLease.ConfigurationFor(file);

    /// <inheritdoc/>
    public PresenceTable Presence => new(
        () => new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString()),
        PresenceTable.Definition, "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)", Name);

    /// <inheritdoc/>
    public bool IsBound() => File.Exists(file);

    /// <inheritdoc/>
    public DatabaseOwner? Bind(string clusterId)
    {
        try
        {
            return DatabaseIdentity.ReadOrCreate(
                file, new DatabaseOwner(clusterId, ClusterStorage.Role, DatabaseIdentity.Format), PageSize);
        }
        catch (SqliteException cause)
        {
            throw EmbeddedStorageErrors.Database(file, cause);
        }
    }
}
