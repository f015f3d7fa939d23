namespace Akka.Flink.Connectors.PostgreSql;

using System.Runtime.InteropServices;
using Npgsql;

/// <summary>The question for the rows of keys.</summary>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
internal sealed class LookupQuery<TKey, TRow>
    where TKey : notnull
    where TRow : class
{
    private readonly LookupOptions<TKey, TRow> _options;
    private readonly string _sql;

    /// <summary>Makes it, and has the catalog checked.</summary>
    /// <param name="options">What the lookup was built with.</param>
    /// <param name="where">The function and subtask, for messages.</param>
    /// <param name="connection">Where.</param>
    public LookupQuery(LookupOptions<TKey, TRow> options, string where, NpgsqlConnection connection)
    {
        (_options, Where) = (options, where);
        var table = TargetTable.Find(connection, where, options.Server, options.Table, [.. options.Columns, options.Key]);
        _sql = $"SELECT {string.Join(", ", options.Columns.Select(column => column.Quoted()))}, {options.Key.Quoted()} " +
            $"FROM {table.Name} WHERE {options.Key.Quoted()} = ANY ($1){(options.Filter is null ? "" : $" AND ({options.Filter})")}";
    }

    /// <summary>The function and subtask, for messages.</summary>
    public string Where { get; }

    /// <summary>Asks, and waits.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="keys">The keys, each once.</param>
    public Dictionary<TKey, List<TRow>> Run(NpgsqlConnection connection, TKey[] keys)
    {
        using var command = CommandFor(connection, keys);
        using var reader = command.ExecuteReader();
        var found = new Dictionary<TKey, List<TRow>>();
        while (reader.Read())
            Add(found, reader);
        return found;
    }

    /// <summary>Asks.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="keys">The keys, each once.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Dictionary<TKey, List<TRow>>> RunAsync(
        NpgsqlConnection connection, TKey[] keys, CancellationToken cancellationToken)
    {
        var command = CommandFor(connection, keys);
        await using var ownCommand = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var ownReader = reader.ConfigureAwait(false);
        var found = new Dictionary<TKey, List<TRow>>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            Add(found, reader);
        return found;
    }

    private NpgsqlCommand CommandFor(NpgsqlConnection connection, TKey[] keys) => new()
    {
        Connection = connection,
        Parameters = { new NpgsqlParameter<TKey[]> { TypedValue = keys } },
        CommandText = _sql,
    };

    private void Add(Dictionary<TKey, List<TRow>> found, NpgsqlDataReader reader)
    {
        try
        {
            var key = reader.GetFieldValue<TKey>(_options.Columns.Length);
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(found, key, out _);
            (rows ??= []).Add(_options.Row(reader));
        }
        catch (Exception cause) when (cause is not (NpgsqlException or IOException))
        {
            throw PostgreSqlErrors.LookupFailed(Where, _options.Table, $"{_options.Key}={reader.GetValue(_options.Columns.Length)}", cause);
        }
    }
}
