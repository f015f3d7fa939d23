namespace Akka.Event;

using Akka.Actor;

/// <summary>Makes logging adapters, and translates between levels, names and types of events.</summary>
public static class Logging
{
    private const string Debug = "DEBUG";
    private const string Info = "INFO";
    private const string Warning = "WARNING";
    private const string Error = "ERROR";
    private const string Off = "OFF";

    private const LogLevel OffLogLevel = (LogLevel)int.MaxValue;

    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"Unknown LogLevel [{logLevel}]. Use one of {nameof(LogLevel)}.", nameof(logLevel)),
    };

    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter logMessageFormatter = null)
    {
        var source = LogSource.Create(context, context.System);
        return new BusLogging(
            context.System.EventStream, source.Source, source.Type, logMessageFormatter ?? context.System.Settings.LogFormatter);
    }

    public static ILoggingAdapter GetLogger(ActorSystem system, object logSourceObj, ILogMessageFormatter logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj, system);
        return new BusLogging(system.EventStream, source.Source, source.Type, logMessageFormatter ?? system.Settings.LogFormatter);
    }

    public static ILoggingAdapter GetLogger(LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj);
        return new BusLogging(loggingBus, source.Source, source.Type, logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }

    public static LogLevel LogLevelFor(string logLevel)
    {
        if (!string.IsNullOrEmpty(logLevel))
            logLevel = logLevel.ToUpperInvariant();

        return logLevel switch
        {
            Debug => LogLevel.DebugLevel,
            Info => LogLevel.InfoLevel,
            Warning => LogLevel.WarningLevel,
            Error => LogLevel.ErrorLevel,
            Off => OffLogLevel,
            _ => throw new ArgumentException(
                $"Unknown LogLevel: \"{logLevel}\". Valid values are: {Debug}, {Info}, {Warning}, {Error}, {Off}"),
        };
    }

    public static LogLevel LogLevelFor<T>()
        where T : LogEvent
    {
        var type = typeof(T);
        if (type == typeof(Debug))
            return LogLevel.DebugLevel;
        if (type == typeof(Info))
            return LogLevel.InfoLevel;
        if (type == typeof(Warning))
            return LogLevel.WarningLevel;
        if (type == typeof(Error))
            return LogLevel.ErrorLevel;

        throw new ArgumentException($"Unknown LogEvent type: \"{type.FullName}\". Use Debug, Info, Warning or Error.");
    }

    public static string SimpleName(object o) => o is Type type ? SimpleName(type) : SimpleName(o.GetType());

    public static string SimpleName(Type t) => t.Name;

    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => Debug,
        LogLevel.InfoLevel => Info,
        LogLevel.WarningLevel => Warning,
        LogLevel.ErrorLevel => Error,
        OffLogLevel => Off,
        _ => throw new ArgumentException($"Unknown LogLevel [{logLevel}]. Use one of {nameof(LogLevel)}.", nameof(logLevel)),
    };

    internal static string PrettyName(this LogLevel logLevel) => StringFor(logLevel);
}
