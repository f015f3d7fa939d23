namespace Akka.Actor;

using Akka.Configuration;

/// <summary>Makes the strategy of the user guardian, named by <c>akka.actor.guardian-supervisor-strategy</c>.</summary>
public abstract class SupervisorStrategyConfigurator
{
    public abstract SupervisorStrategy Create();

    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName)
    {
        switch (typeName)
        {
            case "Akka.Actor.DefaultSupervisorStrategy":
                return new DefaultSupervisorStrategy();
            case "Akka.Actor.StoppingSupervisorStrategy":
                return new StoppingSupervisorStrategy();
        }

        var type = Type.GetType(typeName) ?? throw new ConfigurationException(
            $"The type [{typeName}] of 'akka.actor.guardian-supervisor-strategy' was not found. "
            + "Name a SupervisorStrategyConfigurator as 'Namespace.Type, Assembly'.");
        return (SupervisorStrategyConfigurator)Activator.CreateInstance(type);
    }
}
