namespace Akka.Dispatch;

/// <summary>Makes the executor of one pinned actor.</summary>
internal sealed class SingleThreadExecutorServiceFactory : ExecutorServiceFactory
{
    public override ExecutorService Produce(string id) => new DedicatedThreadsExecutorService(id, 1, background: true);
}
