namespace Akka.Actor;

/// <summary>Restarts children that fail, and stops those that fail to start.</summary>
public class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}
