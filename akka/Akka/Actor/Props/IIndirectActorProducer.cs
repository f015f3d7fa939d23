namespace Akka.Actor;

/// <summary>Makes actors in a way of its own, such as a container for dependency injection.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    ActorBase Produce();

    void Release(ActorBase actor);
}
