namespace Akka.Flink.Runtime;

using Microsoft.Data.Sqlite;

/// <summary>What a database file of an embedded process says of itself: which cluster it belongs to, and what it is there for.</summary>
/// <remarks>
/// One row in a table of its own beside those of the journal. The row is written before the journal first opens the file, in the same
/// transaction that makes the table, so that no file of ours is ever without it.
/// </remarks>
internal static class DatabaseIdentity
{
    private const long Format = 1;
    private const int BusySeconds = 5;

    /// <summary>Checks a database, and makes it if there is none.</summary>
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
            var builder = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = BusySeconds };
            using var connection = new SqliteConnection(builder.ToString());
            connection.Open();
            return Ensure(connection, file, role, clusterId, pageSize);
        }
        catch (SqliteException cause)
        {
            throw EmbeddedStorageErrors.Database(file, cause);
        }
    }

    private static string Ensure(SqliteConnection connection, string file, string role, string? clusterId, int pageSize)
    {
        // Takes effect only in a file that has no page yet.
        Execute(connection, $"PRAGMA page_size={pageSize}");

        // Takes the write lock, so that a file that someone else writes to, or that may not be written, shows now and not at a checkpoint.
        using var transaction = connection.BeginTransaction(deferred: false);
        var tables = (long)Scalar(connection, "SELECT COUNT(*) FROM sqlite_master")!;
        if (tables == 0)
        {
            var created = clusterId ?? Guid.NewGuid().ToString("N");
            Create(connection, role, created);
            transaction.Commit();
            return created;
        }

        var found = Read(connection, file, role);
        if (clusterId is not null && found != clusterId)
            throw EmbeddedStorageErrors.OtherCluster(file, found, clusterId);
        return found;
    }

    private static void Create(SqliteConnection connection, string role, string clusterId)
    {
        Execute(connection, "CREATE TABLE akka_flink_identity (format INTEGER NOT NULL, cluster_id TEXT NOT NULL, role TEXT NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO akka_flink_identity (format, cluster_id, role) VALUES ($format, $cluster, $role)";
        insert.Parameters.AddWithValue("$format", Format);
        insert.Parameters.AddWithValue("$cluster", clusterId);
        insert.Parameters.AddWithValue("$role", role);
        insert.ExecuteNonQuery();
    }

    private static string Read(SqliteConnection connection, string file, string role)
    {
        if (Scalar(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'akka_flink_identity'") is null)
            throw EmbeddedStorageErrors.NoIdentity(file);

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT format, cluster_id, role FROM akka_flink_identity";
        using var row = command.ExecuteReader();
        if (!row.Read())
            throw EmbeddedStorageErrors.NoIdentity(file);
        if (row.GetInt64(0) > Format)
            throw EmbeddedStorageErrors.NewerFormat(file, row.GetInt64(0), Format);
        if (row.GetString(2) != role)
            throw EmbeddedStorageErrors.OtherRole(file, row.GetString(2), role);
        return row.GetString(1);
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
