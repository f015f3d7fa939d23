namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>A call came in a state of the actor in which it has no meaning.</summary>
public class IllegalActorStateException : AkkaException
{
    public IllegalActorStateException(string message)
        : base(message)
    {
    }

    protected IllegalActorStateException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
