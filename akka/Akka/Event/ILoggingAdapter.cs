namespace Akka.Event;

/// <summary>Writes to the log of an actor system. The methods by level are extensions, which look at the level first.</summary>
public interface ILoggingAdapter
{
    ILogMessageFormatter Formatter { get; }

    bool IsDebugEnabled { get; }

    bool IsErrorEnabled { get; }

    bool IsInfoEnabled { get; }

    bool IsWarningEnabled { get; }

    bool IsEnabled(LogLevel logLevel);

    void Log(LogLevel logLevel, Exception cause, string format);

    void Log(LogLevel logLevel, Exception cause, LogMessage message);
}
