namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>A selection did not lead to an actor.</summary>
public class ActorNotFoundException : AkkaException
{
    public ActorNotFoundException()
    {
    }

    public ActorNotFoundException(string message, Exception innerException = null)
        : base(message, innerException)
    {
    }

    protected ActorNotFoundException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
