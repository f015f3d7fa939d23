namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>The actor received a <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    public ActorKilledException()
    {
    }

    public ActorKilledException(string message)
        : base(message)
    {
    }

    protected ActorKilledException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
}
