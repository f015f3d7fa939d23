namespace Akka.Persistence.Sql.Db.Sqlite;

using Microsoft.Data.Sqlite;
using SQLitePCL;

/// <summary>One open connection to an SQLite file, for one thread, with its prepared statements.</summary>
/// <remarks>
/// The driver opens it; statements go to the library directly, because a command of the driver costs more than the insert of a
/// small event. Writers of this process to one file take turns by <see cref="SqliteFile.TakeTurn"/>, in order and without polling;
/// SQLite's own lock, waited for up to the busy timeout, is left for other processes; where it cannot have it at once it sleeps for a
/// whole second. Opening a file and creating its tables therefore take turns as well.
/// </remarks>
internal sealed class SqliteSession : IDisposable
{
    private const int CacheKib = 16 * 1024;

    private readonly SqliteConnection _connection;
    private readonly SqliteFile _file;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;

    static SqliteSession() => Batteries_V2.Init();

    public SqliteSession(SqliteOptions options)
    {
        _connection = new SqliteConnection(options.ConnectionString);
        try
        {
            Open(options);
            FileName = raw.sqlite3_db_filename(_connection.Handle, "main").utf8_to_string() ?? "";
            raw.sqlite3_busy_timeout(_connection.Handle, options.BusyTimeoutMs);
            _file = SqliteFile.Acquire(FileName, options);
            using (_file.TakeTurn())
            {
                Execute($"PRAGMA synchronous={options.Synchronous}");
                Execute($"PRAGMA cache_size=-{CacheKib}");
                _file.Prepare(this);
            }

            _begin = Prepare("BEGIN IMMEDIATE");
            _commit = Prepare("COMMIT");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string FileName { get; }

    /// <summary>Most errors leave a connection as good as it was; after those of the file it is opened anew.</summary>
    public bool IsUsable { get; private set; } = true;

    public sqlite3 Handle => _connection.Handle;

    public long LastRowId => raw.sqlite3_last_insert_rowid(Handle);

    public SqliteStatement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v2(Handle, sql, out var statement);
        if (code != raw.SQLITE_OK)
            throw Error("prepare a statement", code);

        var prepared = new SqliteStatement(this, statement);
        _statements.Add(prepared);
        return prepared;
    }

    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(Handle, sql);
        if (code != raw.SQLITE_OK)
            throw Error($"execute \"{sql}\"", code);
    }

    /// <summary>Executes statements that lock the file by themselves, in a turn.</summary>
    public void ExecuteInTurn(IEnumerable<string> statements)
    {
        using var turn = _file.TakeTurn();
        foreach (var statement in statements)
            Execute(statement);
    }

    /// <summary>Prepares a statement, uses it once and throws it away.</summary>
    public TResult Once<TState, TResult>(string sql, TState state, Func<SqliteStatement, TState, TResult> use)
    {
        var statement = Prepare(sql);
        try
        {
            return use(statement, state);
        }
        finally
        {
            _statements.Remove(statement);
            statement.Dispose();
        }
    }

    /// <summary>Runs a query for one number.</summary>
    public long Query(string sql) => Once(sql, sql, static (statement, text) => statement.Scalar($"execute \"{text}\"") ?? 0);

    /// <summary>Runs <paramref name="work"/> in a transaction that holds the write lock from its start, and commits it.</summary>
    public void Transact<TState>(TState state, Action<TState> work)
    {
        using var turn = _file.TakeTurn();
        _begin.Execute("begin a transaction");
        try
        {
            work(state);
            _commit.Execute("commit a transaction");
        }
        catch
        {
            Rollback();
            throw;
        }

        _file.Committed(Handle);
    }

    public SqliteException Error(string doing, int code)
    {
        var primary = code & 0xff;
        IsUsable &= primary is not (raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB);
        var message = raw.sqlite3_errmsg(Handle).utf8_to_string();
        return SqlErrors.Sqlite(FileName, doing, message, primary, raw.sqlite3_extended_errcode(Handle));
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
        _file?.Release();
    }

    private void Open(SqliteOptions options)
    {
        try
        {
            _connection.Open();
        }
        catch (SqliteException cause)
        {
            throw SqlErrors.Sqlite(
                options.DataSource, "open the file", cause.Message, cause.SqliteErrorCode, cause.SqliteExtendedErrorCode);
        }
    }

    /// <summary>After some errors SQLite has rolled back by itself.</summary>
    private void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Handle) == 0)
            raw.sqlite3_exec(Handle, "ROLLBACK");
    }
}
