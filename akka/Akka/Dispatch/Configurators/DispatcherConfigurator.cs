namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes one <see cref="Dispatch.Dispatcher"/> for all actors that name its section.</summary>
public sealed class DispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Dispatcher _instance;

    public DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : this(config, prerequisites, null)
    {
    }

    internal DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites, ExecutorServiceFactory executor)
        : base(config, prerequisites)
    {
        _instance = Make(
            (id, throughput, deadline, factory, shutdown) => new Dispatcher(this, id, throughput, deadline, factory, shutdown),
            executor ?? ConfigureExecutor());
    }

    public override MessageDispatcher Dispatcher() => _instance;

    internal override void ShutdownNow() => _instance.ShutdownNow();
}
