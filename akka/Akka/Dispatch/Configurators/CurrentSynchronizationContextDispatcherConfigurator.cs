namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Makes one <see cref="CurrentSynchronizationContextDispatcher"/> for all actors that name its section.</summary>
internal sealed class CurrentSynchronizationContextDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CurrentSynchronizationContextDispatcher _instance;

    public CurrentSynchronizationContextDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _instance = Make(
            (id, throughput, deadline, factory, shutdown) =>
                new CurrentSynchronizationContextDispatcher(this, id, throughput, deadline, factory, shutdown),
            new CurrentContextExecutorServiceConfigurator(config, prerequisites));
    }

    public override MessageDispatcher Dispatcher() => _instance;
}
