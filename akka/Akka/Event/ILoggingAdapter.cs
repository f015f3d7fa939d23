namespace Akka.Event;

/// <summary>Writes to the log of an actor system. The methods by level are extensions, which look at the level first.</summary>
public interface ILoggingAdapter
{
    public ILogMessageFormatter Formatter { get; }

    public bool IsDebugEnabled { get; }

    public bool IsErrorEnabled { get; }

    public bool IsInfoEnabled { get; }

    public bool IsWarningEnabled { get; }

    public bool IsEnabled(LogLevel logLevel);

    public void Log(LogLevel logLevel, Exception cause, string format);

    public void Log(LogLevel logLevel, Exception cause, LogMessage message);
}
