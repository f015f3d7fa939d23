namespace Akka.Dispatch;

/// <summary>Runs work on the thread pool of .NET.</summary>
internal sealed class ThreadPoolExecutorService : ExecutorService
{
    public ThreadPoolExecutorService(string id)
        : base(id)
    {
    }

    public override void Execute(IRunnable run) => ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: true);

    public override void Shutdown()
    {
    }
}
