namespace Akka.Flink.Host.Logging;

using Akka.Configuration;

/// <summary>Every way in which setting logging up fails, in one place.</summary>
internal static class LoggingErrors
{
    public static ConfigurationException NoLoggerFactory(string system) => new(
        $"'akka.loggers' of actor system '{system}' names {nameof(MicrosoftLogger)}, " +
        "but the system was created without an ILoggerFactory. Create it with BootstrapSetup.Create().WithConfig(...)." +
        $"{nameof(MicrosoftLoggingExtensions.WithMicrosoftLogging)}(loggerFactory).");

    public static NotSupportedException OneProvider() => new(
        "A logger provider cannot be added to the engine's own log, which is written in lines to one place. " +
        "Use a logger factory of Microsoft.Extensions.Logging.");
}
