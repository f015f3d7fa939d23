namespace Akka.Remote;

using System.Reflection;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

/// <summary>Makes the failure detectors that the configuration names.</summary>
public static class FailureDetectorLoader
{
    public static FailureDetector LoadFailureDetector(this IActorContext context, string fqcn, Config config) =>
        Load(fqcn, config, context.System);

    public static FailureDetector Load(string fqcn, Config config, ActorSystem system)
    {
        var type = string.IsNullOrEmpty(fqcn) ? null : Type.GetType(fqcn);
        if (type is null || !typeof(FailureDetector).IsAssignableFrom(type))
        {
            throw new ConfigurationException(
                $"'implementation-class' of a failure detector is [{fqcn}], which is no FailureDetector that can be found. "
                + "Write it as 'Namespace.Type, Assembly'.");
        }

        try
        {
            return (FailureDetector)Activator.CreateInstance(type, config, system.EventStream);
        }
        catch (Exception cause) when (cause is MissingMethodException or TargetInvocationException)
        {
            throw new ConfigurationException(
                $"Could not create custom FailureDetector [{fqcn}]: {(cause.InnerException ?? cause).Message} "
                + "It needs a public constructor that takes Config and EventStream.",
                cause);
        }
    }
}
