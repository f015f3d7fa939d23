namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The thread that ran an actor was interrupted.</summary>
public class ActorInterruptedException : AkkaException
{
    public ActorInterruptedException(string message = null, Exception cause = null)
        : base(message, cause)
    {
    }

    protected ActorInterruptedException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
