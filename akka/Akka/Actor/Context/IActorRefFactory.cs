namespace Akka.Actor;

/// <summary>Creates and selects actors.</summary>
public interface IActorRefFactory
{
    IActorRef ActorOf(Props props, string name = null);

    ActorSelection ActorSelection(ActorPath actorPath);

    ActorSelection ActorSelection(string actorPath);
}
