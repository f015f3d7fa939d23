namespace Akka.Flink.Runtime;

using Microsoft.Data.Sqlite;

/// <summary>What a database file says of itself: which cluster it belongs to, and what it is there for.</summary>
/// <remarks>
/// One row in a table of its own beside those of the journal. The row is written before the journal first opens the file, in the same
/// transaction that makes the table, so that no file of ours is ever without it.
/// </remarks>
internal static class DatabaseIdentity
{
    /// <summary>The format of what is written.</summary>
    public const long Format = 1;

    private const int BusySeconds = 5;

    /// <summary>Checks a database of an embedded process, and makes it if there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="role">What it is there for: <c>control</c> or <c>state</c>.</param>
    /// <param name="clusterId">The cluster that it must belong to; null for whichever it does, or for a new one.</param>
    /// <param name="pageSize">The page size of a new file.</param>
    /// <returns>The cluster that it belongs to.</returns>
    /// <exception cref="StorageException">It belongs to another cluster, has another role, is locked, damaged or cannot be
    /// opened.</exception>
    public static string Ensure(string file, string role, string? clusterId, int pageSize)
    {
        try
        {
            var found = ReadOrCreate(file, new DatabaseOwner(clusterId ?? Guid.NewGuid().ToString("N"), role, Format), pageSize)
                ?? throw EmbeddedStorageErrors.NoIdentity(file);
            if (found.Format > Format)
                throw EmbeddedStorageErrors.NewerFormat(file, found.Format, Format);
            if (found.Role != role)
                throw EmbeddedStorageErrors.OtherRole(file, found.Role, role);
            if (clusterId is not null && found.ClusterId != clusterId)
                throw EmbeddedStorageErrors.OtherCluster(file, found.ClusterId, clusterId);
            return found.ClusterId;
        }
        catch (SqliteException cause)
        {
            throw EmbeddedStorageErrors.Database(file, cause);
        }
    }

    /// <summary>Reads what a database says of itself; a new one says what it is told.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fresh">What a new one says.</param>
    /// <param name="pageSize">The page size of a new file.</param>
    /// <returns>Null when it has tables and says nothing.</returns>
    /// <exception cref="SqliteException">It is locked, damaged or cannot be opened.</exception>
    public static DatabaseOwner? ReadOrCreate(string file, DatabaseOwner fresh, int pageSize)
    {
        var builder = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = BusySeconds };
        using var connection = new SqliteConnection(builder.ToString());
        connection.Open();

        // Takes effect only in a file that has no page yet.
        Execute(connection, $"PRAGMA page_size={pageSize}");

        // Takes the write lock, so that a file that someone else writes to, or that may not be written, shows now and not at a checkpoint.
        using var transaction = connection.BeginTransaction(deferred: false);
        if ((long)Scalar(connection, "SELECT COUNT(*) FROM sqlite_master")! > 0)
            return Read(connection);

        Create(connection, fresh);
        transaction.Commit();
        return fresh;
    }

    private static void Create(SqliteConnection connection, DatabaseOwner fresh)
    {
        Execute(connection, "CREATE TABLE akka_flink_identity (format INTEGER NOT NULL, cluster_id TEXT NOT NULL, role TEXT NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO akka_flink_identity (format, cluster_id, role) VALUES ($format, $cluster, $role)";
        insert.Parameters.AddWithValue("$format", fresh.Format);
        insert.Parameters.AddWithValue("$cluster", fresh.ClusterId);
        insert.Parameters.AddWithValue("$role", fresh.Role);
        insert.ExecuteNonQuery();
    }

    private static DatabaseOwner? Read(SqliteConnection connection)
    {
        if (Scalar(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'akka_flink_identity'") is null)
            return null;

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT format, cluster_id, role FROM akka_flink_identity";
        using var row = command.ExecuteReader();
        return row.Read() ? new DatabaseOwner(row.GetString(1), row.GetString(2), row.GetInt64(0)) : null;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
