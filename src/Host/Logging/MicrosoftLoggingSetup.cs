namespace Akka.Flink.Host.Logging;

using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

/// <summary>Hands an actor system the <see cref="ILoggerFactory"/> that its log goes to.</summary>
/// <param name="loggerFactory">Where the log goes. It is not disposed: whoever made it does that, after the system has ended.</param>
/// <remarks>Takes effect with <see cref="MicrosoftLogger.Configuration"/>, which names the logger.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="loggerFactory"/> is null.</exception>
public sealed class MicrosoftLoggingSetup(ILoggerFactory loggerFactory) : Setup
{
    /// <summary>Where the log goes.</summary>
    public ILoggerFactory LoggerFactory { get; } = loggerFactory ?? throw new ArgumentNullException(nameof(loggerFactory));
}
