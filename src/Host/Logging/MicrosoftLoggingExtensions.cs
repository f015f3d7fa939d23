namespace Akka.Flink.Host.Logging;

using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Microsoft.Extensions.Logging;

/// <summary>Sends an actor system's log to Microsoft.Extensions.Logging.</summary>
public static class MicrosoftLoggingExtensions
{
    /// <summary>Makes <see cref="MicrosoftLogger"/> the only logger of a system that is about to be created.</summary>
    /// <param name="setup">The setup so far; its configuration is kept but for <c>akka.loggers</c>.</param>
    /// <param name="loggerFactory">Where the log goes. It is not disposed: whoever made it does that, after the system has ended.</param>
    /// <returns>The setup to create the system with.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ActorSystemSetup WithMicrosoftLogging(this BootstrapSetup setup, ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(setup);

        var config = setup.Config.HasValue ? MicrosoftLogger.Configuration.WithFallback(setup.Config.Value) : MicrosoftLogger.Configuration;
        return setup.WithConfig(config).And(new MicrosoftLoggingSetup(loggerFactory));
    }
}
