namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Short commands.</summary>
internal static class ConnectionExtensions
{
    /// <summary>Runs a command.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">The command.</param>
    /// <param name="parameters">Its parameters, <c>$1</c> first.</param>
    /// <returns>How many rows it concerned.</returns>
    public static int Execute(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> parameters)
    {
        using var command = connection.Of(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Asks for one value.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">The question.</param>
    /// <param name="parameters">Its parameters, <c>$1</c> first.</param>
    /// <returns>The value; null for NULL, and where there is no row.</returns>
    public static object? Ask(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> parameters)
    {
        using var command = connection.Of(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Asks for rows.</summary>
    /// <typeparam name="TRow">What a row becomes.</typeparam>
    /// <param name="connection">Where.</param>
    /// <param name="sql">The question.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="parameters">Its parameters, <c>$1</c> first.</param>
    public static List<TRow> Rows<TRow>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, TRow> read, params ReadOnlySpan<object> parameters)
    {
        using var command = connection.Of(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>A name as SQL has it.</summary>
    /// <param name="name">As the catalog has it.</param>
    public static string Quoted(this string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static NpgsqlCommand Of(this NpgsqlConnection connection, string sql, ReadOnlySpan<object> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }
}
