namespace Akka.Flink.Connectors.PostgreSql;

/// <summary>Builds a sink into a PostgreSQL table.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Flink.</b> <c>JdbcSinkBuilder</c> with <c>JdbcExecutionOptions</c>, without <c>with</c>.</para></remarks>
public sealed class PostgreSqlSinkBuilder<T>
{
    private readonly List<Column<T>> _columns = [];
    private Server? _server;
    private string? _table;
    private string? _schema;
    private Func<T, bool>? _deletes;
    private int _batchSize = 5000;
    private TimeSpan _batchInterval;
    private int? _maxRetries;

    internal PostgreSqlSinkBuilder()
    {
    }

    /// <summary>Sets where the database is, and who writes to it.</summary>
    /// <param name="connectionString">As Npgsql takes it, such as <c>Host=db;Database=shop;Username=flink;Password=...</c>.</param>
    /// <returns>This builder.</returns>
    /// <remarks>A password is never shown. It need not be in the program: Npgsql also looks into <c>PGPASSWORD</c> and
    /// <c>PGPASSFILE</c>.</remarks>
    /// <exception cref="JobException">It cannot be read.</exception>
    public PostgreSqlSinkBuilder<T> ConnectionString(string connectionString)
    {
        _server = Server.Parse(connectionString);
        return this;
    }

    /// <summary>Sets the table.</summary>
    /// <param name="name">Its name as SQL has it, such as <c>orders</c>, <c>shop.orders</c> or <c>"Orders"</c>; it must exist.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlSinkBuilder<T> Table(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _table = name;
        return this;
    }

    /// <summary>Adds a column that is written. Those that are not keep their defaults.</summary>
    /// <typeparam name="TValue">The type of its values, one that Npgsql can write to the column's type; null becomes NULL.</typeparam>
    /// <param name="name">Its name as the table has it: upper and lower case count.</param>
    /// <param name="value">Its value of a record.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlSinkBuilder<T> Column<TValue>(string name, Func<T, TValue> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        foreach (var column in _columns)
        {
            if (column.Name == name)
                throw PostgreSqlErrors.ColumnTwice(name);
        }

        _columns.Add(new Column<T, TValue>(name, value));
        return this;
    }

    /// <summary>Sets which records delete the row of their key instead of writing it; for <see cref="BuildUpsert"/> only.</summary>
    /// <param name="predicate">Chooses them.</param>
    /// <returns>This builder.</returns>
    public PostgreSqlSinkBuilder<T> DeleteWhen(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        _deletes = predicate;
        return this;
    }

    /// <summary>Sets how many rows are sent at a time.</summary>
    /// <param name="rows">1 to 1,000,000. Default: 5000. A checkpoint sends what there is.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Flink.</b> <c>JdbcExecutionOptions.withBatchSize</c>, with the same default.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is out of bounds.</exception>
    public PostgreSqlSinkBuilder<T> BatchSize(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, 1_000_000);
        _batchSize = rows;
        return this;
    }

    /// <summary>Sets after how long rows are sent that do not fill a batch.</summary>
    /// <param name="interval">Zero, the default, waits for a full batch or a checkpoint; at most a day.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Flink.</b> <c>JdbcExecutionOptions.withBatchIntervalMs</c>, with the same default.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is out of bounds.</exception>
    public PostgreSqlSinkBuilder<T> BatchInterval(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, TimeSpan.FromDays(1));
        _batchInterval = interval;
        return this;
    }

    /// <summary>Sets how often a batch is tried again when the server fails in a way that may pass: a lost connection, a deadlock, a
    /// serialization failure.</summary>
    /// <param name="retries">0 to 100. Default: 3, or 0 where rows are written exactly once: a transaction that is lost is written again
    /// from the last checkpoint.</param>
    /// <returns>This builder.</returns>
    /// <remarks><para><b>Flink.</b> <c>JdbcExecutionOptions.withMaxRetries</c>, with the same default; exactly once must have 0 there,
    /// too.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retries"/> is out of bounds.</exception>
    public PostgreSqlSinkBuilder<T> MaxRetries(int retries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retries, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retries, 100);
        _maxRetries = retries;
        return this;
    }

    /// <summary>Sets in which schema the sink keeps its own table: <c>akka_flink_commits</c> where rows are written exactly once,
    /// <c>akka_flink_fences</c> where they are upserted.</summary>
    /// <param name="schema">Its name as the catalog has it. Default: the first of the user's <c>search_path</c>.</param>
    /// <returns>This builder.</returns>
    /// <remarks>The table is made if it is not there and the user may.</remarks>
    public PostgreSqlSinkBuilder<T> ControlSchema(string schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        _schema = schema;
        return this;
    }

    /// <summary>Builds a sink that inserts each record at least once.</summary>
    /// <returns>The sink. After a failure the records behind the last checkpoint are inserted again.</returns>
    /// <exception cref="JobException">Something is missing.</exception>
    /// <remarks><para><b>Flink.</b> <c>buildAtLeastOnce</c>.</para></remarks>
    public PostgreSqlSink<T> BuildAtLeastOnce() => new(Options(isUpsert: false));

    /// <summary>Builds a sink that inserts each record exactly once: rows become visible with their checkpoint, by transactions that are
    /// prepared before it and committed after it.</summary>
    /// <param name="transactionIdPrefix">What the names of its prepared transactions begin with. No other sink or job that writes to the
    /// database may use it. The key <c>connectors.postgresql.transaction-id-prefix</c> stands in front of it.</param>
    /// <returns>The sink. The server's <c>max_prepared_transactions</c> must be at least twice the sink's parallelism.</returns>
    /// <exception cref="JobException">Something is missing, or the batches are to be tried again.</exception>
    /// <remarks><para><b>Flink.</b> <c>buildExactlyOnce</c>.</para></remarks>
    public PostgreSqlSink<T> BuildExactlyOnce(string transactionIdPrefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(transactionIdPrefix);
        if (_maxRetries > 0)
            throw PostgreSqlErrors.RetriesExactlyOnce(_maxRetries.Value);
        return new PostgreSqlSink<T>(Options(isUpsert: false) with { TransactionIdPrefix = transactionIdPrefix, MaxRetries = 0 });
    }

    /// <summary>Builds a sink that keeps one row for each key, with the last record's values: repetitions change nothing, and what an
    /// attempt of the job writes that another one has taken over from is refused.</summary>
    /// <param name="keyColumns">The columns of the key; the table must have a unique index or primary key on them.</param>
    /// <returns>The sink. Rows are visible before their checkpoint.</returns>
    /// <exception cref="JobException">Something is missing.</exception>
    /// <remarks>Key the stream by the same columns, so that all records of a key come from one subtask.</remarks>
    public PostgreSqlSink<T> BuildUpsert(params string[] keyColumns)
    {
        ArgumentNullException.ThrowIfNull(keyColumns);
        if (keyColumns.Length == 0)
            throw PostgreSqlErrors.Missing("key columns", "BuildUpsert with at least one");
        foreach (var key in keyColumns)
        {
            if (!_columns.Exists(column => column.Name == key))
                throw PostgreSqlErrors.KeyNotWritten(key);
        }

        return new PostgreSqlSink<T>(Options(isUpsert: true) with { Keys = [.. keyColumns], Deletes = _deletes });
    }

    private SinkOptions<T> Options(bool isUpsert)
    {
        if (_server is null)
            throw PostgreSqlErrors.Missing("a connection string", "ConnectionString");
        if (_table is null)
            throw PostgreSqlErrors.Missing("a table", "Table");
        if (_columns.Count == 0)
            throw PostgreSqlErrors.Missing("columns", "Column");
        if (_deletes is not null && !isUpsert)
            throw PostgreSqlErrors.DeletesWithoutKey();

        return new SinkOptions<T>
        {
            Server = _server,
            Target = _table,
            Columns = [.. _columns],
            BatchSize = _batchSize,
            BatchInterval = _batchInterval,
            MaxRetries = _maxRetries ?? 3,
            ControlSchema = _schema,
        };
    }
}
