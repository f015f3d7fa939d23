namespace Akka.Flink.Host.Logging;

using Akka.Configuration;

/// <summary>Every way in which setting logging up fails, in one place.</summary>
internal static class LoggingErrors
{
    public static ConfigurationException NoLoggerFactory(string system) => new(
        $"'akka.loggers' of actor system '{system}' names {nameof(MicrosoftLogger)}, " +
        "but the system was created without an ILoggerFactory. Create it with BootstrapSetup.Create().WithConfig(...)." +
        $"{nameof(MicrosoftLoggingExtensions.WithMicrosoftLogging)}(loggerFactory).");
}
