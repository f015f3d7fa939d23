namespace Akka.Persistence.Sql.Journal;

using Akka.Persistence.Sql.Db;

/// <summary>
/// The thread that writes: it takes what has come in while it wrote before, and commits that at once.
/// </summary>
/// <remarks>
/// A commit costs a sync of the disk or a round trip whatever its size, so the more actors persist at a time, the larger the
/// transactions become, without any waiting to fill them. Requests keep their order; deletions and, where reads have to see
/// what was written before them, reads take their place among them. Nothing is reported as written before its commit.
/// </remarks>
internal sealed class JournalWriter : IDisposable
{
    /// <summary>Bounds how long a request of small events waits behind large ones.</summary>
    private const long MaxBytes = 8 << 20;

    /// <summary>Longer than a transaction waits for a lock, or a command for its answer, by default: 30 seconds.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(35);

    private readonly IJournalDatabase _database;
    private readonly string _section;
    private readonly int _bufferSize;
    private readonly int _batchSize;
    private readonly int _maxRows;
    private readonly object _gate = new();
    private readonly Queue<SqlJob<JournalConnection>> _queue = new();
    private readonly List<WriteRequest> _batch = [];
    private readonly Thread _thread;
    private bool _busy;
    private bool _stopping;

    public JournalWriter(IJournalDatabase database, Settings.JournalSettings settings, int index)
    {
        _database = database;
        _section = settings.Sql.PluginId;
        _bufferSize = settings.BufferSize;
        _batchSize = settings.BatchSize;
        _maxRows = settings.MaxRows;
        _thread = new Thread(Loop) { IsBackground = true, Name = $"journal-writer-{index}" };
        _thread.Start();
    }

    /// <summary>Whether nothing waits and nothing is being written.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return !_busy && _queue.Count == 0;
        }
    }

    public void Write(WriteRequest request) => Enqueue(request, _bufferSize);

    /// <summary>Makes a call after everything that was enqueued before.</summary>
    public Task<TResult> Run<TResult>(Func<JournalConnection, TResult> call)
    {
        var job = new SqlCall<JournalConnection, TResult>(call);
        Enqueue(job, int.MaxValue);
        return job.Task;
    }

    /// <summary>
    /// Fails what waits, lets the running transaction end, and returns when the connection is closed, or after
    /// <see cref="StopTimeout"/>; the connection is then closed as soon as the transaction ends.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            while (_queue.TryDequeue(out var job))
                job.Fail(SqlErrors.Stopped(_section));
            Monitor.Pulse(_gate);
        }

        _thread.Join(StopTimeout);
    }

    private void Enqueue(SqlJob<JournalConnection> job, int bound)
    {
        Exception refusal;
        lock (_gate)
        {
            refusal = _stopping ? SqlErrors.Stopped(_section) : _queue.Count >= bound ? SqlErrors.BufferFull(_section, bound) : null;
            if (refusal is null)
            {
                _queue.Enqueue(job);
                Monitor.Pulse(_gate);
            }
        }

        if (refusal is not null)
            job.Fail(refusal);
    }

    private void Loop()
    {
        using var slot = new ConnectionSlot<JournalConnection>(_database.Open);
        while (TryTake(out var other))
        {
            if (other is not null)
                Run(other, slot);
            else if (!TryWriteBatch(slot))
                WriteOneByOne(slot);
        }
    }

    /// <summary>Takes either a batch of writes or one other job.</summary>
    private bool TryTake(out SqlJob<JournalConnection> other)
    {
        other = null;
        _batch.Clear();
        lock (_gate)
        {
            _busy = false;
            while (_queue.Count == 0)
            {
                if (_stopping)
                    return false;
                Monitor.Wait(_gate);
            }

            _busy = true;
            if (_queue.Peek() is WriteRequest)
                TakeBatch();
            else
                other = _queue.Dequeue();
            return true;
        }
    }

    private void TakeBatch()
    {
        var rows = 0L;
        var bytes = 0L;
        while (_batch.Count < _batchSize && _queue.TryPeek(out var job) && job is WriteRequest request)
        {
            rows += request.Count;
            bytes += request.Bytes;
            if (_batch.Count > 0 && (rows > _maxRows || bytes > MaxBytes))
                return;
            _batch.Add(request);
            _queue.Dequeue();
        }
    }

    /// <summary>False when the database refused a row of the batch, which must fail only the request that holds it.</summary>
    private bool TryWriteBatch(ConnectionSlot<JournalConnection> slot)
    {
        try
        {
            slot.Once(_batch, static (batch, connection) => connection.Write(batch));
        }
        catch (Exception cause)
        {
            if (_batch.Count > 1 && _database.IsOfOneRow(cause))
                return false;
            foreach (var request in _batch)
                request.Fail(cause);
            return true;
        }

        foreach (var request in _batch)
            request.Complete();
        return true;
    }

    private void WriteOneByOne(ConnectionSlot<JournalConnection> slot)
    {
        foreach (var request in _batch)
        {
            try
            {
                slot.Once(request, static (write, connection) => write.Run(connection));
                request.Complete();
            }
            catch (Exception cause)
            {
                request.Fail(cause);
            }
        }
    }

    private static void Run(SqlJob<JournalConnection> job, ConnectionSlot<JournalConnection> slot)
    {
        try
        {
            slot.Repeatable(job, static (called, connection) => called.Run(connection));
            job.Complete();
        }
        catch (Exception cause)
        {
            job.Fail(cause);
        }
    }
}
