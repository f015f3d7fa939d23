namespace Akka.Persistence.Sql.Db.Sqlite;

using SQLitePCL;

/// <summary>What the sessions of this process share for one SQLite file: turns of writing, and checkpoints beside the writers.</summary>
/// <remarks>
/// Left alone, SQLite copies the log into the file within the commit that makes it too long, so one write in a thousand waits for
/// two syncs of the whole. Here a thread of its own does that: first beside the writers, then, once the log is long, what
/// is left of it in a turn of its own, after which the next writer starts again at the head of the log.
/// </remarks>
internal sealed class SqliteFile
{
    private const long CheckpointBytes = 4 << 20;
    private const long RestartBytes = 16 << 20;
    private const int StatusCacheWrite = 9;

    private static readonly Dictionary<string, SqliteFile> Files = [];

    private readonly object _gate = new();
    private readonly object _turns = new();
    private readonly string _key;
    private readonly SqliteOptions _options;
    private long _nextTurn;
    private long _currentTurn;
    private int _users;
    private long _pageSize;
    private long _uncheckpointed;
    private Thread _checkpointer;
    private bool _due;
    private bool _stopped;

    private SqliteFile(string key, SqliteOptions options)
    {
        _key = key;
        _options = options;
    }

    public static SqliteFile Acquire(string fileName, SqliteOptions options)
    {
        var key = fileName.Length > 0 ? fileName : options.ConnectionString;
        lock (Files)
        {
            if (!Files.TryGetValue(key, out var file))
                Files.Add(key, file = new SqliteFile(key, options));
            file._users++;
            return file;
        }
    }

    public void Release()
    {
        lock (Files)
        {
            if (--_users > 0)
                return;
            Files.Remove(_key);
        }

        lock (_gate)
        {
            _stopped = true;
            Monitor.Pulse(_gate);
        }

        _checkpointer?.Join();
    }

    /// <summary>Turns on write-ahead logging, which the file then keeps, and takes checkpoints over from the session. Called in its
    /// turn.</summary>
    public void Prepare(SqliteSession session)
    {
        lock (_gate)
        {
            if (_pageSize == 0)
            {
                session.Execute("PRAGMA journal_mode=WAL");
                _pageSize = session.Query("PRAGMA page_size");
            }

            session.Query("PRAGMA schema_version");   // opens the log, for which it locks the file
            if (_options.IsSingleConnection)
                return;

            raw.sqlite3_wal_autocheckpoint(session.Handle, 0);
            if (_checkpointer is null)
            {
                _checkpointer = new Thread(Checkpoint) { IsBackground = true, Name = "sqlite-checkpoint" };
                _checkpointer.Start();
            }
        }
    }

    /// <summary>Waits for the writers of this process that came before; disposing of the result lets the next one in.</summary>
    public Turn TakeTurn()
    {
        lock (_turns)
        {
            var turn = _nextTurn++;
            while (turn != _currentTurn)
                Monitor.Wait(_turns);
        }

        return new Turn(this);
    }

    /// <summary>Counts what the last commit of a session added to the log. Called in its turn.</summary>
    public void Committed(sqlite3 handle)
    {
        raw.sqlite3_db_status(handle, StatusCacheWrite, out var pages, out _, 1);
        _uncheckpointed += pages * _pageSize;
        if (_uncheckpointed < CheckpointBytes)
            return;

        _uncheckpointed = 0;
        lock (_gate)
        {
            _due = true;
            Monitor.Pulse(_gate);
        }
    }

    private void EndTurn()
    {
        lock (_turns)
        {
            _currentTurn++;
            Monitor.PulseAll(_turns);
        }
    }

    private void Checkpoint()
    {
        SqliteCheckpointConnection connection = null;
        while (WaitUntilDue())
        {
            connection ??= SqliteCheckpointConnection.TryOpen(_options);
            if (connection is not null && connection.Checkpoint() * _pageSize > RestartBytes)
            {
                using var turn = TakeTurn();
                connection.Checkpoint();
            }
        }

        connection?.Dispose();
    }

    private bool WaitUntilDue()
    {
        lock (_gate)
        {
            while (!_due && !_stopped)
                Monitor.Wait(_gate);
            _due = false;
            return !_stopped;
        }
    }

    /// <summary>The right to write, until disposed of.</summary>
    public readonly struct Turn(SqliteFile file) : IDisposable
    {
        public void Dispose() => file.EndTurn();
    }
}
