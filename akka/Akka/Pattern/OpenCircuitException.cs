namespace Akka.Pattern;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>A circuit breaker is open and lets no call through.</summary>
public class OpenCircuitException : AkkaException
{
    private const string DefaultMessage = "Circuit Breaker is open; calls are failing fast";

    public OpenCircuitException()
        : this(DefaultMessage)
    {
    }

    public OpenCircuitException(string message)
        : this(message, TimeSpan.Zero)
    {
    }

    public OpenCircuitException(string message, TimeSpan remainingDuration)
        : this(message, null, remainingDuration)
    {
    }

    public OpenCircuitException(string message, Exception cause)
        : this(message, cause, TimeSpan.Zero)
    {
    }

    public OpenCircuitException(string message, Exception cause, TimeSpan remainingDuration)
        : base(message, cause) => RemainingDuration = remainingDuration;

    public OpenCircuitException(Exception cause)
        : this(cause, TimeSpan.Zero)
    {
    }

    public OpenCircuitException(Exception cause, TimeSpan remainingDuration)
        : this(DefaultMessage, cause, remainingDuration)
    {
    }

    protected OpenCircuitException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    public TimeSpan RemainingDuration { get; }
}
