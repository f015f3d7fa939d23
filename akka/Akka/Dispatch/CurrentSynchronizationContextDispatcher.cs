namespace Akka.Dispatch;

/// <summary>A dispatcher on the synchronization context of the thread that first uses it, such as that of a user interface.</summary>
public sealed class CurrentSynchronizationContextDispatcher : Dispatcher
{
    public CurrentSynchronizationContextDispatcher(
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
