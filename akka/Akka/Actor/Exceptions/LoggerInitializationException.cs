namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>A logger named in <c>akka.loggers</c> could not be started.</summary>
public class LoggerInitializationException : AkkaException
{
    public LoggerInitializationException()
    {
    }

    public LoggerInitializationException(string message)
        : base(message)
    {
    }

    public LoggerInitializationException(string message, Exception cause = null)
        : base(message, cause)
    {
    }

    protected LoggerInitializationException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
