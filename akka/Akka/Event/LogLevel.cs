namespace Akka.Event;

/// <summary>How serious a log event is.</summary>
public enum LogLevel
{
    DebugLevel,
    InfoLevel,
    WarningLevel,
    ErrorLevel,
}
