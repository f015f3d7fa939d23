namespace Akka.Flink.Host.Logging;

using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

/// <summary>Hands the <see cref="ILoggerFactory"/> to the <see cref="MicrosoftLogger"/> of an actor system.</summary>
internal sealed class MicrosoftLoggingSetup(ILoggerFactory loggerFactory) : Setup
{
    public ILoggerFactory LoggerFactory { get; } = loggerFactory ?? throw new ArgumentNullException(nameof(loggerFactory));
}
