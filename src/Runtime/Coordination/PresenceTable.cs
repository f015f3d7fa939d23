namespace Akka.Flink.Runtime;

using System.Data.Common;
using System.Net.Sockets;

/// <summary>The one row by which a cluster says that it lives: each operation is one statement.</summary>
/// <remarks>
/// <para><b>State.</b> The row of <c>akka_flink_presence</c>: who said so last, and until when that counts.</para>
/// <para><b>Time.</b> Only the database's clock counts, so the clocks of the nodes need not agree.</para>
/// <para><b>Threads.</b> Any; the database blocks. Connections are opened for each operation: one that is kept may be broken when it is
/// needed.</para>
/// </remarks>
/// <param name="connect">Makes a connection.</param>
/// <param name="create">What makes the table, if it is not there.</param>
/// <param name="nowMs">The database's clock, in milliseconds since the epoch.</param>
/// <param name="database">What it is called in messages.</param>
internal sealed class PresenceTable(Func<DbConnection> connect, string create, string nowMs, string database)
{
    /// <summary>The columns, as both kinds of databases understand them.</summary>
    public const string Definition =
        "CREATE TABLE IF NOT EXISTS akka_flink_presence (id INTEGER PRIMARY KEY, node TEXT NOT NULL, expires_at BIGINT NOT NULL)";

    private readonly string _keep = $"""
        INSERT INTO akka_flink_presence (id, node, expires_at) VALUES (1, @node, {nowMs} + @ttl)
        ON CONFLICT (id) DO UPDATE SET node = excluded.node, expires_at = excluded.expires_at
        """;

    private readonly string _onlyIfNobody = $"WHERE akka_flink_presence.expires_at <= {nowMs}";

    /// <summary>What the database is called in messages.</summary>
    public string Database => database;

    /// <summary>Makes the table.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public void Create() => Use(connection => Execute(connection, create, "", TimeSpan.Zero));

    /// <summary>Begins a cluster, unless one lives.</summary>
    /// <param name="node">Who does.</param>
    /// <param name="timeToLive">How long that counts.</param>
    /// <returns>Whether none lived.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public bool TryBegin(string node, TimeSpan timeToLive) =>
        Use(connection => Execute(connection, $"{_keep} {_onlyIfNobody}", node, timeToLive)) == 1;

    /// <summary>Says that the cluster lives.</summary>
    /// <param name="node">Who says so.</param>
    /// <param name="timeToLive">How long that counts.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public void Keep(string node, TimeSpan timeToLive) => Use(connection => Execute(connection, _keep, node, timeToLive));

    /// <summary>Says that the cluster has ended, if this node was the last to say that it lives.</summary>
    /// <param name="node">Who says so.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public void End(string node) =>
        Use(connection => Execute(connection, "DELETE FROM akka_flink_presence WHERE node = @node", node, TimeSpan.Zero));

    /// <summary>Reads the row.</summary>
    /// <returns>Null when no cluster lives, or none has said so yet.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public PresenceRow? Read() => Use(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT node, expires_at FROM akka_flink_presence";
        using var row = command.ExecuteReader();
        return row.Read() ? new PresenceRow(row.GetString(0), row.GetInt64(1)) : null;
    });

    private static int Execute(DbConnection connection, string statement, string node, TimeSpan timeToLive)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        Add(command, "@node", node);
        Add(command, "@ttl", (long)timeToLive.TotalMilliseconds);
        return command.ExecuteNonQuery();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private T Use<T>(Func<DbConnection, T> work)
    {
        try
        {
            using var connection = connect();
            connection.Open();
            return work(connection);
        }
        catch (Exception cause) when (cause is DbException or SocketException or TimeoutException)
        {
            throw ClusterStorageErrors.NoPresence(database, cause);
        }
    }
}
