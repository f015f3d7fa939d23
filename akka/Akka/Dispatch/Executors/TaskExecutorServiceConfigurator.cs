namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes <c>task-executor</c>.</summary>
internal sealed class TaskExecutorServiceConfigurator : ExecutorServiceConfigurator
{
    public TaskExecutorServiceConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
    }

    public override ExecutorService Produce(string id) => new TaskSchedulerExecutorService(id, TaskScheduler.Default);
}
