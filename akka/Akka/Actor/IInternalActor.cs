namespace Akka.Actor;

/// <summary>Gives the system access to the context of an actor.</summary>
public interface IInternalActor
{
    IActorContext ActorContext { get; }
}
