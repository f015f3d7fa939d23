namespace Akka.Flink.Runtime;

using Akka.Coordination;
using Microsoft.Data.Sqlite;

/// <summary>The row of a lease in a file of SQLite.</summary>
/// <remarks>
/// Connections are opened for each operation: one that is kept may be broken when it is needed.
/// </remarks>
/// <param name="file">The database.</param>
/// <param name="lease">The lease.</param>
/// <param name="owner">The owner.</param>
/// <param name="times">How long the lease lasts, and how long a statement may wait for others.</param>
internal sealed class SqliteLeaseTable(string file, string lease, string owner, TimeoutSettings times) : ILeaseTable
{
    private const string NowMs = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

    private const string Create =
        "CREATE TABLE IF NOT EXISTS akka_flink_lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, expires_at BIGINT NOT NULL)";

    private const string Take = $"""
        INSERT INTO akka_flink_lease (name, owner, expires_at) VALUES ($name, $owner, {NowMs} + $ttl)
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
        WHERE akka_flink_lease.owner = excluded.owner OR akka_flink_lease.expires_at <= {NowMs}
        """;

    // One that had expired may have been another owner's in between.
    private const string Extend = $"""
        UPDATE akka_flink_lease SET expires_at = {NowMs} + $ttl WHERE name = $name AND owner = $owner AND expires_at > {NowMs}
        """;

    private const string Delete = "DELETE FROM akka_flink_lease WHERE name = $name AND owner = $owner";

    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Pooling = false,
        DefaultTimeout = Math.Max(1, (int)times.OperationTimeout.TotalSeconds),
    }.ToString();

    /// <inheritdoc/>
    public bool TryAcquire() => Execute(Create, Take) == 1;

    /// <inheritdoc/>
    public bool TryRenew() => Execute(Extend) == 1;

    /// <inheritdoc/>
    public void Release() => Execute(Create, Delete);

    /// <returns>How many rows the last statement has changed.</returns>
    private int Execute(params ReadOnlySpan<string> statements)
    {
        try
        {
            using var connection = new SqliteConnection(_connection);
            connection.Open();
            var rows = 0;
            foreach (var statement in statements)
                rows = Execute(connection, statement);
            return rows;
        }
        catch (SqliteException cause)
        {
            throw LeaseErrors.Database(lease, file, cause);
        }
    }

    private int Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$name", lease);
        command.Parameters.AddWithValue("$owner", owner);
        command.Parameters.AddWithValue("$ttl", (long)times.HeartbeatTimeout.TotalMilliseconds);
        return command.ExecuteNonQuery();
    }
}
