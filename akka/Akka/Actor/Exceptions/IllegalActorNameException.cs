namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The name of an actor has parts that an actor path must not have.</summary>
public class IllegalActorNameException : AkkaException
{
    public IllegalActorNameException(string message)
        : base(message)
    {
    }

    protected IllegalActorNameException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
