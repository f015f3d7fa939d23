namespace Akka.Actor;

/// <summary>A reference that has an actor cell behind it.</summary>
public abstract class ActorRefWithCell : InternalActorRefBase
{
    public abstract ICell Underlying { get; }

    public abstract IEnumerable<IActorRef> Children { get; }

    public abstract IInternalActorRef GetSingleChild(string name);
}
