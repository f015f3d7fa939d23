namespace Akka.Flink.Runtime;

using System.Net.Sockets;
using Akka.Configuration;
using Npgsql;

/// <summary>A database on a server, for nodes of several hosts.</summary>
internal sealed class PostgreSqlControlDatabase : IControlDatabase
{
    private const int KeepAliveSeconds = 10;

    // Any number will do, as long as it is this one: nodes that start at once make the table one after the other.
    private const long Lock = 0x616b6b612d666c69;

    private const string Create =
        "CREATE TABLE akka_flink_identity (format BIGINT NOT NULL, cluster_id TEXT NOT NULL, role TEXT NOT NULL)";

    private readonly string _direct;

    /// <summary>Names a database.</summary>
    /// <param name="connectionString">How it is reached.</param>
    public PostgreSqlControlDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.ApplicationName ??= "akka-flink";
        if (builder.KeepAlive == 0)
            builder.KeepAlive = KeepAliveSeconds;   // a connection that is idle is known to be broken before it is needed
        ConnectionString = builder.ToString();
        builder.Pooling = false;
        _direct = builder.ToString();
        Name = $"PostgreSQL database '{builder.Database ?? builder.Username}' on {builder.Host}:{builder.Port}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string ProviderName => "PostgreSQL";

    /// <inheritdoc/>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public Config LeaseConfig => ControlDatabaseLease.ConfigurationForPostgreSql(ConnectionString);

    /// <inheritdoc/>
    public PresenceTable Presence => new(
        () => new NpgsqlConnection(_direct),
        $"SELECT pg_advisory_xact_lock({Lock}); {PresenceTable.Definition}",
        "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", Name);

    /// <inheritdoc/>
    public bool IsBound() => Use(connection => Exists(connection, "akka_flink_identity"));

    /// <inheritdoc/>
    public DatabaseOwner? Bind(string clusterId) => Use(connection => Bind(connection, clusterId));

    private static DatabaseOwner? Bind(NpgsqlConnection connection, string clusterId)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"SELECT pg_advisory_xact_lock({Lock})");
        if (Exists(connection, "akka_flink_identity"))
            return Read(connection);
        if (Exists(connection, "journal"))   // of another program
            return null;

        Execute(connection, Create);
        var owner = new DatabaseOwner(clusterId, ClusterStorage.Role, DatabaseIdentity.Format);
        using var insert = new NpgsqlCommand(
            "INSERT INTO akka_flink_identity (format, cluster_id, role) VALUES (@format, @cluster, @role)", connection);
        insert.Parameters.AddWithValue("format", owner.Format);
        insert.Parameters.AddWithValue("cluster", owner.ClusterId);
        insert.Parameters.AddWithValue("role", owner.Role);
        insert.ExecuteNonQuery();
        transaction.Commit();
        return owner;
    }

    private static DatabaseOwner? Read(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT format, cluster_id, role FROM akka_flink_identity", connection);
        using var row = command.ExecuteReader();
        return row.Read() ? new DatabaseOwner(row.GetString(1), row.GetString(2), row.GetInt64(0)) : null;
    }

    private static bool Exists(NpgsqlConnection connection, string table)
    {
        using var command = new NpgsqlCommand("SELECT to_regclass(@table) IS NOT NULL", connection);
        command.Parameters.AddWithValue("table", table);
        return (bool)command.ExecuteScalar()!;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private T Use<T>(Func<NpgsqlConnection, T> work)
    {
        try
        {
            using var connection = new NpgsqlConnection(_direct);
            connection.Open();
            return work(connection);
        }
        catch (Exception cause) when (cause is NpgsqlException or SocketException or TimeoutException)
        {
            throw ClusterStorageErrors.NoDatabase(Name, cause);
        }
    }
}
