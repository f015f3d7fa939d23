namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The name given to an actor is taken or malformed.</summary>
public class InvalidActorNameException : AkkaException
{
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    protected InvalidActorNameException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
