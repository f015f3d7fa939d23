namespace Akka.Flink.Host.Logging;

using Akka.Configuration;

/// <summary>Every way in which setting logging up fails, in one place.</summary>
internal static class LoggingErrors
{
    public static ConfigurationException NoLoggerFactory(string system) => new(
        $"'akka.loggers' of actor system '{system}' names {nameof(MicrosoftLogger)}, " +
        "but the system was created without an ILoggerFactory. Create it with BootstrapSetup.Create().WithConfig(...)." +
        $"{nameof(MicrosoftLoggingExtensions.WithMicrosoftLogging)}(loggerFactory).");

    public static NotSupportedException NoProviders() => new(
        "The engine's log goes to one place, in lines. Use a logger factory of Microsoft.Extensions.Logging to send it to others.");
}
