namespace Akka.Flink.Runtime;

using System.Net.Sockets;
using Akka.Coordination;
using Npgsql;

/// <summary>The row of a lease in a database of PostgreSQL.</summary>
/// <remarks>Connections are opened for each operation: one that is kept may be broken when it is needed.</remarks>
internal sealed class PostgreSqlLeaseTable : ILeaseTable
{
    private const string NowMs = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    // Without the lock two that create it at once may both find that it is not there, and one of them fails.
    private const string Create = """
        SELECT pg_advisory_xact_lock(7738144496104794474);
        CREATE TABLE IF NOT EXISTS akka_flink_lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, expires_at BIGINT NOT NULL)
        """;

    private const string Take = $"""
        INSERT INTO akka_flink_lease (name, owner, expires_at) VALUES (@name, @owner, {NowMs} + @ttl)
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
        WHERE akka_flink_lease.owner = excluded.owner OR akka_flink_lease.expires_at <= {NowMs}
        """;

    // One that had expired may have been another owner's in between.
    private const string Extend = $"""
        UPDATE akka_flink_lease SET expires_at = {NowMs} + @ttl WHERE name = @name AND owner = @owner AND expires_at > {NowMs}
        """;

    private const string Delete = "DELETE FROM akka_flink_lease WHERE name = @name AND owner = @owner";

    private readonly string _connection;
    private readonly string _database;
    private readonly string _lease;
    private readonly string _owner;
    private readonly long _timeToLiveMs;

    /// <summary>Names a row.</summary>
    /// <param name="connectionString">How the database is reached.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="times">How long the lease lasts, and how long the server may take.</param>
    public PostgreSqlLeaseTable(string connectionString, string lease, string owner, TimeoutSettings times)
    {
        var seconds = Math.Max(1, (int)times.OperationTimeout.TotalSeconds);
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            Timeout = seconds,
            CommandTimeout = seconds,
            CancellationTimeout = -1,   // who does not answer a statement need not answer its end
        };
        _connection = builder.ToString();
        _database = $"database '{builder.Database ?? builder.Username}' on {builder.Host}:{builder.Port}";
        _lease = lease;
        _owner = owner;
        _timeToLiveMs = (long)times.HeartbeatTimeout.TotalMilliseconds;
    }

    /// <inheritdoc/>
    public bool TryAcquire() => InTable(Take) == 1;

    /// <inheritdoc/>
    public bool TryRenew() => InTable(Extend) == 1;

    /// <inheritdoc/>
    public void Release() => InTable(Delete);

    /// <returns>How many rows the statement has changed.</returns>
    private int InTable(string statement)
    {
        try
        {
            using var connection = new NpgsqlConnection(_connection);
            connection.Open();
            try
            {
                return Execute(connection, statement);
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                CreateTable(connection);
                return Execute(connection, statement);
            }
        }
        catch (Exception cause) when (cause is NpgsqlException or SocketException or TimeoutException)
        {
            throw LeaseErrors.Server(_lease, _database, cause);
        }
    }

    private static void CreateTable(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Create, connection);
        command.ExecuteNonQuery();
    }

    private int Execute(NpgsqlConnection connection, string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddWithValue("name", _lease);
        command.Parameters.AddWithValue("owner", _owner);
        command.Parameters.AddWithValue("ttl", _timeToLiveMs);
        return command.ExecuteNonQuery();
    }
}
