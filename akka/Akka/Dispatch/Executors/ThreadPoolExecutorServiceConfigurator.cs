namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes <c>default-executor</c> and <c>thread-pool-executor</c>.</summary>
internal sealed class ThreadPoolExecutorServiceConfigurator : ExecutorServiceConfigurator
{
    public ThreadPoolExecutorServiceConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
    }

    public override ExecutorService Produce(string id) => new ThreadPoolExecutorService(id);
}
