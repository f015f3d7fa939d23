namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes the dispatcher that a section of the configuration describes.</summary>
public abstract class MessageDispatcherConfigurator
{
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    public Config Config { get; }

    public IDispatcherPrerequisites Prerequisites { get; }

    public abstract MessageDispatcher Dispatcher();

    /// <summary>Releases what the dispatchers made here hold, as the system ends.</summary>
    internal virtual void ShutdownNow()
    {
    }

    protected ExecutorServiceConfigurator ConfigureExecutor()
    {
        var executor = Config.GetString("executor");
        switch (executor)
        {
            case null:
            case "":
            case "default-executor":
            case "thread-pool-executor":
            case "channel-executor":
                // The channel executor is the thread pool with priorities between dispatchers, which the pool has no notion of.
                return new ThreadPoolExecutorServiceConfigurator(Config, Prerequisites);
            case "fork-join-executor":
                return new ForkJoinExecutorServiceConfigurator(Config, Prerequisites);
            case "task-executor":
                return new TaskExecutorServiceConfigurator(Config, Prerequisites);
            case "current-context-executor":
                return new CurrentContextExecutorServiceConfigurator(Config, Prerequisites);
        }

        var type = Type.GetType(executor) ?? throw new ConfigurationException(
            $"Could not resolve executor service type [{executor}] of dispatcher [{Config.GetString("id")}]. Use 'default-executor', "
            + "'fork-join-executor', 'task-executor', or the name of an ExecutorServiceConfigurator as 'Namespace.Type, Assembly'.");
        return (ExecutorServiceConfigurator)Activator.CreateInstance(type, Config, Prerequisites);
    }

    private protected T Make<T>(Func<string, int, long?, ExecutorServiceFactory, TimeSpan, T> make, ExecutorServiceFactory executor)
    {
        var deadline = Config.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero).Ticks;
        return make(
            Config.GetString("id"),
            Config.GetInt("throughput", MessageDispatcher.DefaultThroughput),
            deadline > 0 ? deadline : null,
            executor,
            Config.GetTimeSpan("shutdown-timeout", TimeSpan.FromSeconds(1)));
    }
}
