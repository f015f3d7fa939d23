namespace Akka.Persistence.Sql.Db.Sqlite;

using Microsoft.Data.Sqlite;
using SQLitePCL;

/// <summary>The connection that only takes checkpoints.</summary>
internal sealed class SqliteCheckpointConnection : IDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteCheckpointConnection(SqliteConnection connection) => _connection = connection;

    /// <summary>Null when the file cannot be opened just now; the log then grows until it can.</summary>
    public static SqliteCheckpointConnection TryOpen(SqliteOptions options)
    {
        var connection = new SqliteConnection(options.ConnectionString);
        try
        {
            connection.Open();
            raw.sqlite3_exec(connection.Handle, $"PRAGMA synchronous={options.Synchronous}");
            return new SqliteCheckpointConnection(connection);
        }
        catch (SqliteException)
        {
            connection.Dispose();
            return null;
        }
    }

    /// <summary>Copies what it can of the log into the file without waiting for anyone; returns the length of the log in pages.</summary>
    public long Checkpoint()
    {
        raw.sqlite3_wal_checkpoint_v2(_connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out _);
        return pages;
    }

    public void Dispose() => _connection.Dispose();
}
