namespace Akka.Event;

using Akka.Actor;

/// <summary>A line for the log.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    protected LogEvent()
    {
        Timestamp = DateTime.UtcNow;
        Thread = Thread.CurrentThread;
    }

    public Exception Cause { get; protected set; }

    public Type LogClass { get; protected set; }

    public string LogSource { get; protected set; }

    public object Message { get; protected set; }

    public Thread Thread { get; }

    public DateTime Timestamp { get; }

    public abstract LogLevel LogLevel();

    public override string ToString()
    {
        var origin = $"[{LogLevel().PrettyName()}][{Timestamp:MM/dd/yyyy HH:mm:ss.fffzzz}][Thread {Thread.ManagedThreadId:D4}]";
        var line = $"{origin}[{LogSource}] {Message}";
        return Cause is null ? line : $"{line}{Environment.NewLine}Cause: {Cause}";
    }
}
