namespace Akka.Actor;

/// <summary>Something that can be told of the end of actors.</summary>
public interface ICanWatch
{
    IActorRef Watch(IActorRef subject);

    IActorRef WatchWith(IActorRef subject, object message);

    IActorRef Unwatch(IActorRef subject);
}
