namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>An actor failed in its constructor or in <c>PreStart</c>.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException()
    {
    }

    public ActorInitializationException(string message)
        : base(message)
    {
    }

    public ActorInitializationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public ActorInitializationException(IActorRef actor, string message, Exception cause = null)
        : base(message, cause) => Actor = actor;

    protected ActorInitializationException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    public IActorRef Actor { get; set; }

    public override string ToString() => Actor is null ? base.ToString() : Actor + ": " + base.ToString();
}
