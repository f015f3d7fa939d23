namespace Akka.Flink.Host.Logging;

using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;

/// <summary>Writes Akka's log to Microsoft.Extensions.Logging, a category for each log class, the values of a message as fields.</summary>
/// <remarks>
/// <para>A system gets it by <see cref="MicrosoftLoggingExtensions.WithMicrosoftLogging"/>. Levels map one to one; what
/// <c>akka.loglevel</c> lets through is filtered once more by the rules of the factory.</para>
/// <para><b>Threads.</b> An actor: it logs one event after the other, off the thread that raised it. The fields <c>ActorPath</c>,
/// <c>Thread</c> and <c>Timestamp</c> say where and when that was.</para>
/// </remarks>
public sealed class MicrosoftLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly Dictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);
    private readonly ILoggerFactory _factory;

    /// <summary>Made by the actor system, from <c>akka.loggers</c>.</summary>
    /// <exception cref="ConfigurationException">The system was created without a <see cref="MicrosoftLoggingSetup"/>.</exception>
    public MicrosoftLogger()
    {
        var setup = Context.System.Settings.Setup.Get<MicrosoftLoggingSetup>();
        _factory = setup.HasValue
            ? setup.Value.LoggerFactory
            : throw LoggingErrors.NoLoggerFactory(Context.System.Name);
    }

    /// <summary>Names this as the only logger: <c>akka.loggers</c>.</summary>
    internal static Config Configuration { get; } = ConfigurationFactory.ParseString(
        $$"""
        akka.loggers = ["{{typeof(MicrosoftLogger).FullName}}, {{typeof(MicrosoftLogger).Assembly.GetName().Name}}"]
        """);

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Write(logEvent);
                return true;
            default:
                return false;
        }
    }

    private void Write(LogEvent logEvent)
    {
        var level = LevelOf(logEvent.LogLevel());
        var logger = LoggerOf(CategoryOf(logEvent));
        if (logger.IsEnabled(level))
            logger.Log(level, default, new AkkaLogState(logEvent), logEvent.Cause, static (state, _) => state.ToString());
    }

    // What logs under a text of its own has no class.
    private static string CategoryOf(LogEvent logEvent) => logEvent.LogClass == typeof(DummyClassForStringSources)
        ? logEvent.LogSource.Split('[', '(')[0].Trim()
        : logEvent.LogClass.FullName ?? logEvent.LogClass.Name;

    private ILogger LoggerOf(string category)
    {
        if (!_loggers.TryGetValue(category, out var logger))
            _loggers.Add(category, logger = _factory.CreateLogger(category));

        return logger;
    }

    private static Microsoft.Extensions.Logging.LogLevel LevelOf(Akka.Event.LogLevel level) => level switch
    {
        Akka.Event.LogLevel.DebugLevel => Microsoft.Extensions.Logging.LogLevel.Debug,
        Akka.Event.LogLevel.InfoLevel => Microsoft.Extensions.Logging.LogLevel.Information,
        Akka.Event.LogLevel.WarningLevel => Microsoft.Extensions.Logging.LogLevel.Warning,
        _ => Microsoft.Extensions.Logging.LogLevel.Error,
    };
}
