namespace Akka.Dispatch;

using System.Runtime.CompilerServices;
using Akka.Configuration;

/// <summary>Makes a <see cref="PinnedDispatcher"/> for each actor that names its section.</summary>
internal sealed class PinnedDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ConditionalWeakTable<MessageDispatcher, object> _made = [];

    public PinnedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
    }

    public override MessageDispatcher Dispatcher()
    {
        var dispatcher = Make(
            (id, throughput, deadline, factory, shutdown) => new PinnedDispatcher(this, id, throughput, deadline, factory, shutdown),
            new SingleThreadExecutorServiceFactory());
        _made.Add(dispatcher, null);
        return dispatcher;
    }

    internal override void ShutdownNow()
    {
        foreach (var (dispatcher, _) in _made)
            dispatcher.ShutdownNow();
    }
}
