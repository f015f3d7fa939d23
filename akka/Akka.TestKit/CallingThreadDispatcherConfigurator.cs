namespace Akka.TestKit;

using Akka.Configuration;
using Akka.Dispatch;

/// <summary>Makes <see cref="CallingThreadDispatcher"/>s, one for each actor, from configuration.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
    }

    public override MessageDispatcher Dispatcher() => new CallingThreadDispatcher(this);
}
