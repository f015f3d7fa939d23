namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Immutable;
using Akka.Flink.Sinks;
using Npgsql;

/// <summary>Merges each batch into the table, in a transaction that only the newest attempt of the job can commit.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="options">What the sink was built with.</param>
/// <remarks>Rows are copied into a temporary table, and merged from there with one statement: the last of each key counts, as the server
/// compares keys, and rows are locked in the order of their keys, so that two subtasks do not lock each other out.</remarks>
internal sealed class UpsertSession<T>(ISinkContext context, SinkOptions<T> options) : RetryingSession<T>(context, options)
{
    public const string Ordinal = "\"akka_flink_ordinal\"";
    public const string Deleted = "\"akka_flink_deleted\"";

    private const string Stage = "pg_temp.\"akka_flink_stage\"";

    private readonly Rivals _rivals = new(context, Fence.NameOf(context, options.Target));
    private readonly Fence _fence = new(context, options.Target);
    private RowCopy<T> _rows = null!;
    private string _merge = "";

    protected override string ApplicationName => _rivals.ApplicationName;

    protected override void Start(NpgsqlConnection connection)
    {
        var table = FindTable(connection);
        var columns = Names(Options.Columns.Select(column => column.Name));
        connection.Execute(
            $"CREATE TEMP TABLE \"akka_flink_stage\" ON COMMIT DELETE ROWS AS " +
            $"SELECT 0 AS {Ordinal}, false AS {Deleted}, {columns} FROM {table.Name} WITH NO DATA");
        _rows = new RowCopy<T>(Where, Options, table, Stage);
        _merge = MergeInto(table.Name, columns);
        connection.Execute(_merge);   // says what is wrong with it, before the first record
        _rivals.End(connection, Ending);
        _fence.Raise(connection, Options.ControlSchema);
    }

    protected override void WriteOnce(NpgsqlConnection connection, RowBatch<T> batch)
    {
        connection.Execute("BEGIN");
        _fence.Check(connection);
        _rows.Run(connection, batch);
        connection.Execute(_merge);
        connection.Execute("COMMIT");
    }

    private static string Names(IEnumerable<string> columns, string before = "") =>
        string.Join(", ", columns.Select(column => before + column.Quoted()));

    private string MergeInto(string table, string columns)
    {
        var keys = Names(Options.Keys);
        var rest = Options.Columns.Select(column => column.Name).Where(name => !Options.Keys.Contains(name)).ToImmutableArray();
        var latest = $"latest AS (SELECT DISTINCT ON ({keys}) * FROM {Stage} ORDER BY {keys}, {Ordinal} DESC)";
        var gone = Options.Deletes is null
            ? ""
            : $", gone AS (DELETE FROM {table} AS target USING latest WHERE latest.{Deleted} AND " +
                string.Join(" AND ", Options.Keys.Select(key => $"target.{key.Quoted()} = latest.{key.Quoted()}")) + ")";
        var update = rest.IsEmpty
            ? "DO NOTHING"
            : "DO UPDATE SET " + string.Join(", ", rest.Select(name => $"{name.Quoted()} = EXCLUDED.{name.Quoted()}"));
        return $"WITH {latest}{gone} INSERT INTO {table} ({columns}) SELECT {columns} FROM latest WHERE NOT {Deleted} " +
            $"ORDER BY {keys} ON CONFLICT ({keys}) {update}";
    }
}
