namespace Akka.Dispatch;

/// <summary>A dispatcher on an executor, which it makes when it is first needed and lets go when no actor is left.</summary>
public class Dispatcher : MessageDispatcher
{
    private readonly ExecutorServiceFactory _executorServiceFactory;
    private ExecutorService _executor;

    public Dispatcher(
        MessageDispatcherConfigurator configurator,
        string id,
        int throughput,
        long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory,
        TimeSpan shutdownTimeout)
        : base(configurator)
    {
        _executorServiceFactory = executorServiceFactory;
        Id = id;
        Throughput = throughput;
        ThroughputDeadlineTime = throughputDeadlineTime;
        ShutdownTimeout = shutdownTimeout;
    }

    private protected override bool NeedsShutdown => Volatile.Read(ref _executor) is not ThreadPoolExecutorService;

    protected override void ExecuteTask(IRunnable run)
    {
        var executor = Volatile.Read(ref _executor) ?? MakeExecutor();
        try
        {
            executor.Execute(run);
        }
        catch (RejectedExecutionException)
        {
            // It was shut down since it was read; the next one is new.
            MakeExecutor().Execute(run);
        }
    }

    protected override void Shutdown() => Interlocked.Exchange(ref _executor, null)?.Shutdown();

    private ExecutorService MakeExecutor()
    {
        lock (_executorServiceFactory)
        {
            if (_executor is null)
                Volatile.Write(ref _executor, _executorServiceFactory.Produce(Id));
            return _executor;
        }
    }
}
