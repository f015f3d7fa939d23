namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>What the catalog says of the table that is written to, and of the columns.</summary>
/// <param name="Name">Its name, quoted.</param>
/// <param name="Types">The types of the columns that are written, in their order.</param>
internal sealed record TargetTable(string Name, string[] Types)
{
    // The type without its length or precision: that is what a value is written as.
    private const string ColumnsOf =
        "SELECT a.attname::text, format_type(COALESCE(NULLIF(t.typbasetype, 0), a.atttypid), NULL) FROM pg_attribute a " +
        "JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped";

    /// <summary>Looks a table up.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="where">The sink and subtask, for messages.</param>
    /// <param name="server">The database, for messages.</param>
    /// <param name="table">Its name, as SQL has it.</param>
    /// <param name="columns">The columns that must be there.</param>
    public static TargetTable Find(
        NpgsqlConnection connection, string where, Server server, string table, IReadOnlyList<string> columns)
    {
        if (connection.Ask("SELECT to_regclass($1)::text", table) is not string name)
            throw PostgreSqlErrors.TableMissing(where, server.Place, table);

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, type) in connection.Rows(ColumnsOf, row => (row.GetString(0), row.GetString(1)), table))
            found.Add(column, type);
        var types = new string[columns.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = found.TryGetValue(columns[i], out var type)
                ? type
                : throw PostgreSqlErrors.ColumnMissing(where, server.Place, name, columns[i], [.. found.Keys]);
        }

        return new TargetTable(name, types);
    }
}
