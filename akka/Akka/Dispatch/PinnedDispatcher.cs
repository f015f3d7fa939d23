namespace Akka.Dispatch;

/// <summary>A dispatcher for one actor, which has a thread of its own.</summary>
public sealed class PinnedDispatcher : Dispatcher
{
    public PinnedDispatcher(
        MessageDispatcherConfigurator configurator,
        string id,
        int throughput,
        long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory,
        TimeSpan shutdownTimeout)
        : base(configurator, id, throughput, throughputDeadlineTime, executorServiceFactory, shutdownTimeout)
    {
    }
}
