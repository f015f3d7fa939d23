namespace Akka.Persistence.Sql.Db;

/// <summary>
/// Threads that each own one connection and share a queue of jobs. Every job may be repeated.
/// </summary>
/// <remarks>
/// Both drivers block (SQLite always), so the work has threads of its own and never stalls the pool on which the dispatchers run.
/// A thread starts when a job finds none idle, up to the limit, opens its connection for its first job, and ends with it when there
/// has been nothing to do for a while.
/// </remarks>
internal sealed class SqlWorkers<TConnection>(string name, int limit, TimeSpan idleTimeout, Func<TConnection> open, Func<Exception> stopped)
    : IDisposable
    where TConnection : class, ISqlConnection
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly Queue<SqlJob<TConnection>> _queue = new();
    private readonly List<Thread> _threads = [];
    private int _idle;
    private bool _stopping;

    public Task<TResult> Run<TResult>(Func<TConnection, TResult> call)
    {
        var job = new SqlCall<TConnection, TResult>(call);
        if (!TryEnqueue(job))
            job.Fail(stopped());
        return job.Task;
    }

    /// <summary>
    /// Lets running jobs end, fails waiting ones, and returns when the connections are closed, or no longer waits for a thread whose
    /// job takes more than <see cref="StopTimeout"/>: that closes its connection when the job ends.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            while (_queue.TryDequeue(out var job))
                job.Fail(stopped());
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in _threads)
            thread.Join(StopTimeout);
    }

    private bool TryEnqueue(SqlJob<TConnection> job)
    {
        lock (_gate)
        {
            if (_stopping)
                return false;

            _queue.Enqueue(job);
            if (_idle >= _queue.Count || _threads.Count == limit)
                Monitor.Pulse(_gate);
            else
                StartThread();
            return true;
        }
    }

    private void StartThread()
    {
        var thread = new Thread(Loop) { IsBackground = true, Name = $"{name}-{_threads.Count}" };
        _threads.Add(thread);
        thread.Start();
    }

    private void Loop()
    {
        using var slot = new ConnectionSlot<TConnection>(open);
        while (TryTake(out var job))
            Run(job, slot);
    }

    private static void Run(SqlJob<TConnection> job, ConnectionSlot<TConnection> slot)
    {
        try
        {
            slot.Repeatable(job, static (called, connection) => called.Run(connection));
        }
        catch (Exception cause)
        {
            job.Fail(cause);
            return;
        }

        job.Complete();
    }

    private bool TryTake(out SqlJob<TConnection> job)
    {
        lock (_gate)
        {
            while (!_queue.TryDequeue(out job))
            {
                if (_stopping || !WaitForWork())
                    return false;
            }

            return true;
        }
    }

    /// <summary>False when there is no work for so long that the thread, which then is no longer counted, may end.</summary>
    private bool WaitForWork()
    {
        _idle++;
        var pulsed = Monitor.Wait(_gate, idleTimeout);
        _idle--;
        return pulsed || _stopping || _queue.Count > 0 || !_threads.Remove(Thread.CurrentThread);
    }
}
