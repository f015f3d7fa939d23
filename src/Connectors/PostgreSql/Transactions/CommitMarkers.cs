namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>The proofs that transactions were committed: a row that each of them inserts into a table beside its rows.</summary>
/// <remarks>
/// <para>A prepared transaction that is not there any more was committed, or it is lost. PostgreSQL's own record of that
/// (<c>pg_xact_status</c>) is no proof: it is forgotten after a while, and after a restored backup or a failover to a standby that lagged
/// the same number belongs to another transaction. The row came with the data and goes with it.</para>
/// <para>A writer's transactions are committed in order, so the row of the last one stands for those before it, and they are deleted now
/// and then.</para>
/// </remarks>
internal sealed class CommitMarkers
{
    public const string Table = "akka_flink_commits";

    private readonly string _table;

    private CommitMarkers(string table) => _table = table;

    /// <summary>Makes the table if it is not there.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="where">The sink and subtask, for messages.</param>
    /// <param name="schema">Its schema; null for the first of the user's path.</param>
    public static CommitMarkers Open(NpgsqlConnection connection, string where, string? schema) => new(ControlTable.Ensure(
        connection, where, schema, Table, "epoch text, checkpoint bigint, gid text NOT NULL, PRIMARY KEY (epoch, checkpoint)"));

    /// <summary>Adds a row to the transaction that is open.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="epoch">The writer.</param>
    /// <param name="checkpointId">The checkpoint.</param>
    /// <param name="gid">The transaction's name, for whoever looks.</param>
    public void Add(NpgsqlConnection connection, string epoch, long checkpointId, string gid) =>
        connection.Execute($"INSERT INTO {_table} (epoch, checkpoint, gid) VALUES ($1, $2, $3)", epoch, checkpointId, gid);

    /// <summary>Whether a transaction was committed.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="transaction">The transaction.</param>
    public bool Prove(NpgsqlConnection connection, PostgreSqlTransaction transaction) => connection.Ask(
        $"SELECT EXISTS (SELECT FROM {_table} WHERE epoch = $1 AND checkpoint >= $2)",
        transaction.Epoch, transaction.CheckpointId) is true;

    /// <summary>Deletes the rows that a later one stands for.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="last">The last transaction of its writer that was committed.</param>
    public void Prune(NpgsqlConnection connection, PostgreSqlTransaction last) =>
        connection.Execute($"DELETE FROM {_table} WHERE epoch = $1 AND checkpoint < $2", last.Epoch, last.CheckpointId);
}
