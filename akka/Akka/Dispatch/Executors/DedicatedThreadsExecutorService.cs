namespace Akka.Dispatch;

using System.Collections.Concurrent;

/// <summary>Runs work on a fixed number of threads of its own.</summary>
/// <remarks>
/// One queue for all threads, so that no mailbox waits behind a long run while another thread is idle. A thread without work spins for
/// a moment, then sleeps on a semaphore; who adds work wakes one only if some sleep. A sleeper announces itself before it looks
/// at the queue a last time, so work added meanwhile is seen by one or the other.
/// </remarks>
internal sealed class DedicatedThreadsExecutorService : ExecutorService
{
    private const int SpinsBeforeSleep = 20;

    private readonly ConcurrentQueue<IRunnable> _queue = new();
    private readonly SemaphoreSlim _wakeUp = new(0);
    private readonly Thread[] _threads;
    private int _sleepers;
    private volatile bool _shutdown;

    public DedicatedThreadsExecutorService(string id, int threads, bool background)
        : base(id)
    {
        _threads = new Thread[threads];
        for (var i = 0; i < threads; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = background, Name = $"{id}_{i + 1}" };
            _threads[i].UnsafeStart();
        }
    }

    public override void Execute(IRunnable run)
    {
        if (_shutdown)
            throw new RejectedExecutionException($"The executor of dispatcher [{Id}] has been shut down.");

        _queue.Enqueue(run);
        WakeOne();
    }

    /// <summary>Lets the threads finish what is queued, then ends them.</summary>
    public override void Shutdown()
    {
        _shutdown = true;
        _wakeUp.Release(_threads.Length);
    }

    private void WakeOne()
    {
        while (true)
        {
            var sleepers = Volatile.Read(ref _sleepers);
            if (sleepers == 0)
                return;
            if (Interlocked.CompareExchange(ref _sleepers, sleepers - 1, sleepers) != sleepers)
                continue;

            _wakeUp.Release();
            return;
        }
    }

    private void Work()
    {
        while (true)
        {
            if (TryTake(out var run))
            {
                run.Run();
                continue;
            }

            if (_shutdown)
                return;

            Sleep();
        }
    }

    private bool TryTake(out IRunnable run)
    {
        var spinner = new SpinWait();
        for (var i = 0; i < SpinsBeforeSleep; i++)
        {
            if (_queue.TryDequeue(out run))
                return true;
            spinner.SpinOnce(sleep1Threshold: -1);
        }

        return _queue.TryDequeue(out run);
    }

    private void Sleep()
    {
        Interlocked.Increment(ref _sleepers);
        if (_queue.IsEmpty && !_shutdown)
        {
            _wakeUp.Wait();
            return;
        }

        // Somebody may have taken the announcement back already; then a permit is waiting.
        var sleepers = Volatile.Read(ref _sleepers);
        while (sleepers > 0)
        {
            var seen = Interlocked.CompareExchange(ref _sleepers, sleepers - 1, sleepers);
            if (seen == sleepers)
                return;
            sleepers = seen;
        }

        _wakeUp.Wait();
    }
}
