namespace Akka.Flink.Connectors.PostgreSql;

using System.Data.Common;

/// <summary>Builds a lookup in a PostgreSQL table.</summary>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <remarks><para><b>Flink.</b> The <c>lookup.*</c> options of the JDBC table.</para></remarks>
public sealed class PostgreSqlLookupBuilder<TKey, TRow>
    where TKey : notnull
    where TRow : class
{
    private Server? _server;
    private string? _table;
    private string? _key;
    private string[] _columns = [];
    private string? _filter;
    private Func<DbDataReader, TRow>? _row;
    private int _maxEntries;
    private TimeSpan _expireAfterWrite;
    private bool _cachesMissing = true;
    private bool _skipsUnmatched;
    private int _maxConnections = 4;
    private int _maxRetries = 3;

    internal PostgreSqlLookupBuilder()
    {
    }

    /// <summary>Sets where the database is, and who reads it.</summary>
    /// <param name="connectionString">As Npgsql takes it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="JobException">It cannot be read.</exception>
    public PostgreSqlLookupBuilder<TKey, TRow> ConnectionString(string connectionString)
    {
        _server = Server.Parse(connectionString);
        return this;
    }

    /// <summary>Sets the table or view.</summary>
    /// <param name="name">Its name as SQL has it, such as <c>customers</c> or <c>shop.customers</c>; it must exist.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlLookupBuilder<TKey, TRow> Table(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _table = name;
        return this;
    }

    /// <summary>Sets the column that rows are found by; an index on it makes that fast.</summary>
    /// <param name="column">Its name as the table has it: upper and lower case count.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlLookupBuilder<TKey, TRow> Key(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        _key = column;
        return this;
    }

    /// <summary>Sets the columns that are read.</summary>
    /// <param name="names">Their names as the table has them.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlLookupBuilder<TKey, TRow> Columns(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _columns = [.. names];
        return this;
    }

    /// <summary>Sets what else must hold of rows.</summary>
    /// <param name="condition">As SQL has it behind WHERE, such as <c>active AND country = 'NO'</c>.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlLookupBuilder<TKey, TRow> Where(string condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        _filter = condition;
        return this;
    }

    /// <summary>Sets how a row is read.</summary>
    /// <param name="read">Reads the row that the reader stands on: columns by their place in <see cref="Columns"/>, from 0. It must not be
    /// kept.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlLookupBuilder<TKey, TRow> Row(Func<DbDataReader, TRow> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _row = read;
        return this;
    }

    /// <summary>Sets how many keys each subtask keeps the rows of, those used last.</summary>
    /// <param name="keys">0, the default, keeps none.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Flink.</b> <c>lookup.partial-cache.max-rows</c>.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keys"/> is negative.</exception>
    public PostgreSqlLookupBuilder<TKey, TRow> CacheMaxEntries(int keys)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keys);
        _maxEntries = keys;
        return this;
    }

    /// <summary>Sets after how long rows are looked up again.</summary>
    /// <param name="time">Zero, the default, for never.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Time.</b> By the clock.</para><para><b>Flink.</b> <c>lookup.partial-cache.expire-after-write</c>.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public PostgreSqlLookupBuilder<TKey, TRow> CacheExpireAfterWrite(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        _expireAfterWrite = time;
        return this;
    }

    /// <summary>Sets whether the cache remembers that a key has no row.</summary>
    /// <param name="isCached">Default: true. A row that comes later is then not seen until the entry expires.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Flink.</b> <c>lookup.partial-cache.cache-missing-key</c>, with the same default.</para></remarks>
    public PostgreSqlLookupBuilder<TKey, TRow> CacheMissingKey(bool isCached)
    {
        _cachesMissing = isCached;
        return this;
    }

    /// <summary>Drops records whose key has no row, as an inner join does.</summary>
    /// <returns>This builder.</returns>
    public PostgreSqlLookupBuilder<TKey, TRow> SkipUnmatched()
    {
        _skipsUnmatched = true;
        return this;
    }

    /// <summary>Sets how many connections a subtask of an <see cref="PostgreSqlLookup{TKey, TRow}.AsyncJoin"/> has at most.</summary>
    /// <param name="connections">1 to 100. Default: 4.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="connections"/> is out of bounds.</exception>
    public PostgreSqlLookupBuilder<TKey, TRow> MaxConnections(int connections)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(connections, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(connections, 100);
        _maxConnections = connections;
        return this;
    }

    /// <summary>Sets how often a question is asked again when the server fails in a way that may pass.</summary>
    /// <param name="retries">0 to 100. Default: 3.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Flink.</b> <c>lookup.max-retries</c>, with the same default.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retries"/> is out of bounds.</exception>
    public PostgreSqlLookupBuilder<TKey, TRow> MaxRetries(int retries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retries, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retries, 100);
        _maxRetries = retries;
        return this;
    }

    /// <summary>Builds the lookup.</summary>
    /// <returns>The lookup.</returns>
    /// <exception cref="JobException">Something is missing.</exception>
    public PostgreSqlLookup<TKey, TRow> Build() => new(new LookupOptions<TKey, TRow>
    {
        Server = _server ?? throw PostgreSqlErrors.Missing("a connection string", "ConnectionString"),
        Table = _table ?? throw PostgreSqlErrors.Missing("a table", "Table"),
        Key = _key ?? throw PostgreSqlErrors.Missing("a key column", "Key"),
        Columns = _columns.Length > 0 ? [.. _columns] : throw PostgreSqlErrors.Missing("columns", "Columns"),
        Row = _row ?? throw PostgreSqlErrors.Missing("a function that reads a row", "Row"),
        Filter = _filter,
        MaxEntries = _maxEntries,
        ExpireAfterWrite = _expireAfterWrite,
        CachesMissing = _cachesMissing,
        SkipsUnmatched = _skipsUnmatched,
        MaxConnections = _maxConnections,
        MaxRetries = _maxRetries,
    });
}
