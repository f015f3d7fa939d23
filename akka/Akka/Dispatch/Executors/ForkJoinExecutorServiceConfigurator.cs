namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes <c>fork-join-executor</c>: threads of its own, as many as <c>dedicated-thread-pool</c> or the parallelism keys
/// say.</summary>
internal sealed class ForkJoinExecutorServiceConfigurator : ExecutorServiceConfigurator
{
    private readonly int _threads;
    private readonly bool _background;

    public ForkJoinExecutorServiceConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _background = true;
        var dedicated = config.GetConfig("dedicated-thread-pool");
        if (!dedicated.IsNullOrEmpty())
        {
            _threads = dedicated.GetInt("thread-count");
            _background = !string.Equals(dedicated.GetString("threadtype"), "foreground", StringComparison.OrdinalIgnoreCase);
        }
        else
        {
            var parallelism = config.GetConfig("fork-join-executor");
            if (parallelism.IsNullOrEmpty())
                throw ConfigurationException.NullOrEmptyConfig<ForkJoinExecutorServiceConfigurator>("fork-join-executor");

            _threads = ThreadPoolConfig.ScaledPoolSize(
                parallelism.GetInt("parallelism-min"),
                parallelism.GetDouble("parallelism-factor", 1.0),
                parallelism.GetInt("parallelism-max"));
        }

        if (_threads < 1)
        {
            throw new ConfigurationException(
                $"Dispatcher [{config.GetString("id")}] would have {_threads} threads; "
                + "set 'dedicated-thread-pool.thread-count' to 1 or more.");
        }
    }

    public override ExecutorService Produce(string id) => new DedicatedThreadsExecutorService(id, _threads, _background);
}
