namespace Akka.Event;

using System.Collections.Concurrent;
using Akka.Actor;

/// <summary>Who is to be told when a node is gone: the actors that watch one there, or are watched from there.</summary>
internal sealed class AddressTerminatedTopic : IExtension
{
    private readonly ConcurrentDictionary<IActorRef, bool> _subscribers = new();

    public static AddressTerminatedTopic Get(ActorSystem system) => new AddressTerminatedTopicProvider().Apply(system);

    public void Subscribe(IActorRef subscriber) => _subscribers.TryAdd(subscriber, true);

    public void Unsubscribe(IActorRef subscriber) => _subscribers.TryRemove(subscriber, out _);

    public void Publish(AddressTerminated message)
    {
        foreach (var subscriber in _subscribers.Keys)
            subscriber.Tell(message, ActorRefs.NoSender);
    }
}
