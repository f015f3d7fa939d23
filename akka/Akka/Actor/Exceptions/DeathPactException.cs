namespace Akka.Actor;

using System.Runtime.Serialization;

/// <summary>An actor did not handle the <see cref="Terminated"/> of an actor that it watched.</summary>
public class DeathPactException : AkkaException
{
    public DeathPactException(IActorRef deadActor)
        : base("Monitored actor [" + deadActor + "] terminated") => DeadActor = deadActor;

    protected DeathPactException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    public IActorRef DeadActor { get; }
}
