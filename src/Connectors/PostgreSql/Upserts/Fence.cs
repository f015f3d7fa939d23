namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Sinks;
using Npgsql;

/// <summary>The row that says which attempt of a job may write: each batch reads it in its own transaction, and an older attempt finds that
/// another one has taken over.</summary>
/// <param name="context">Where the writer runs.</param>
/// <param name="target">The table that is written to.</param>
/// <remarks>A batch locks the row for sharing until it is committed, so that a new attempt that raises the number waits for it, and
/// nothing of the old one is committed afterwards.</remarks>
internal sealed class Fence(ISinkContext context, string target)
{
    public const string Table = "akka_flink_fences";

    private readonly string _where = SinkPlaces.Of(context);
    private readonly string _sink = NameOf(context, target);
    private string _table = Table;

    /// <summary>What the sink's row is called.</summary>
    /// <param name="context">Where a writer runs.</param>
    /// <param name="target">The table that is written to.</param>
    public static string NameOf(ISinkContext context, string target) => $"{context.JobId}/{context.OperatorUid}/{target}";

    /// <summary>Raises the number to this attempt's.</summary>
    /// <param name="connection">Where; no transaction may be open.</param>
    /// <param name="schema">The schema of the fences; null for the first of the user's path.</param>
    public void Raise(NpgsqlConnection connection, string? schema)
    {
        _table = ControlTable.Ensure(connection, _where, schema, Table, "sink text PRIMARY KEY, attempt bigint NOT NULL");
        if (connection.Ask($"SELECT attempt FROM {_table} WHERE sink = $1", _sink) is not long found || found < context.Attempt)
        {
            connection.Execute(
                $"INSERT INTO {_table} AS fence (sink, attempt) VALUES ($1, $2) ON CONFLICT (sink) DO UPDATE " +
                "SET attempt = EXCLUDED.attempt WHERE fence.attempt < EXCLUDED.attempt", _sink, context.Attempt);
        }

        Check(connection, isLocked: false);
    }

    /// <summary>Fails if another attempt has taken over; else none can until the transaction ends.</summary>
    /// <param name="connection">Where, in the transaction of a batch.</param>
    /// <param name="isLocked">Whether the row is locked until the transaction ends.</param>
    public void Check(NpgsqlConnection connection, bool isLocked = true)
    {
        var found = connection.Ask($"SELECT attempt FROM {_table} WHERE sink = $1{(isLocked ? " FOR SHARE" : "")}", _sink) as long?;
        if (found != context.Attempt)
            throw PostgreSqlErrors.Fenced(_where, context.Attempt, found, _table, _sink);
    }
}
