namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Immutable;

/// <summary>What a sink was built with.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed record SinkOptions<T>
{
    /// <summary>Where the database is.</summary>
    public required Server Server { get; init; }

    /// <summary>The table, as the program names it.</summary>
    public required string Target { get; init; }

    /// <summary>The columns that are written.</summary>
    public required ImmutableArray<Column<T>> Columns { get; init; }

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
}
