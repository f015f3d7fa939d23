namespace Akka.Event;

using Akka.Actor;

/// <summary>An event bus whose subscribers are actors.</summary>
public abstract class ActorEventBus<TEvent, TClassifier> : EventBus<TEvent, TClassifier, IActorRef>
{
    protected ActorEventBus()
    {
    }
}
