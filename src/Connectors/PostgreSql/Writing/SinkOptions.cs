namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Immutable;
using Npgsql;

/// <summary>What a sink was built with.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed record SinkOptions<T>
{
    /// <summary>Where the database is.</summary>
    public required Server Server { get; init; }

    /// <summary>The table, as the program names it, or the beginning of the statement.</summary>
    public required string Target { get; init; }

    /// <summary>The columns that are written.</summary>
    public required ImmutableArray<Column<T>> Columns { get; init; }

    /// <summary>The statement of a row; null where rows are written to columns.</summary>
    public string? Statement { get; init; }

    /// <summary>Sets the parameters of a record's statement; null where there is none.</summary>
    public Action<StatementParameters, T>? Bind { get; init; }

    /// <summary>How many rows are sent at a time.</summary>
    public required int BatchSize { get; init; }

    /// <summary>After how long rows are sent that do not fill a batch; zero never.</summary>
    public required TimeSpan BatchInterval { get; init; }

    /// <summary>How often a batch is tried again.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>Where the sink's own table is; null for the first schema of the user's path.</summary>
    public string? ControlSchema { get; init; }

    /// <summary>What names of transactions begin with; null where rows are not written in prepared transactions.</summary>
    public string? TransactionIdPrefix { get; init; }

    /// <summary>The columns of the key where rows are upserted; empty elsewhere.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Which records delete the row of their key; null for none.</summary>
    public Func<T, bool>? Deletes { get; init; }

    /// <summary>Whether the job goes on when a transaction is lost.</summary>
    public bool ReportsLostTransactions { get; init; }

    /// <summary>An empty batch.</summary>
    public RowBatch<T> NewBatch() => Statement is null
        ? new ColumnBatch<T>(BatchSize, Columns, Deletes)
        : new StatementBatch<T>(BatchSize, Statement, Bind!);

    /// <summary>How rows are sent that are inserted.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="where">The sink and subtask, for messages.</param>
    public IRows<T> RowsFor(NpgsqlConnection connection, string where) => Statement is null
        ? new ColumnRows<T>(where, this, FindTable(connection, where), stage: null)
        : new StatementRows<T>(where, Target);

    /// <summary>Looks the table up.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="where">The sink and subtask, for messages.</param>
    public TargetTable FindTable(NpgsqlConnection connection, string where) =>
        TargetTable.Find(connection, where, Server, Target, [.. Columns.Select(column => column.Name)]);
}
