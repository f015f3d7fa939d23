namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes <c>current-context-executor</c>: tasks on the synchronization context of the thread that asks for it first.</summary>
internal sealed class CurrentContextExecutorServiceConfigurator : ExecutorServiceConfigurator
{
    public CurrentContextExecutorServiceConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
    }

    public override ExecutorService Produce(string id) =>
        new TaskSchedulerExecutorService(id, TaskScheduler.FromCurrentSynchronizationContext());
}
