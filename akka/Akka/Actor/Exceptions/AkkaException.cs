namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The base of the exceptions that the actor system throws.</summary>
public abstract class AkkaException : Exception
{
    protected AkkaException()
    {
    }

    protected AkkaException(string message, Exception cause = null)
        : base(message, cause)
    {
    }

    protected AkkaException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    protected Exception Cause => InnerException;
}
