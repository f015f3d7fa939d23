namespace Akka.Event;

using Akka.Actor;
using Akka.Actor.Internal;

/// <summary>The bus of an actor system: any object is an event, its type the classifier. Terminated subscribers leave it.</summary>
public class EventStream : LoggingBus
{
    private readonly bool _debug;
    private readonly Lock _starting = new();
    private HashSet<IActorRef> _subscribedBeforeStart = [];
    private volatile IActorRef _unsubscriber;

    public EventStream(bool debug) => _debug = debug;

    public void StartUnsubscriber(ActorSystemImpl system)
    {
        lock (_starting)
        {
            if (_unsubscriber is not null)
                return;

            var props = Props.Create(typeof(EventStreamUnsubscriber), this, _debug).WithDispatcher("akka.actor.internal-dispatcher");
            var unsubscriber = system.SystemActorOf(props, $"EventStreamUnsubscriber-{system.Name}");
            foreach (var subscriber in _subscribedBeforeStart)
                unsubscriber.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);

            _subscribedBeforeStart = null;
            _unsubscriber = unsubscriber;
        }
    }

    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);

        var subscribed = base.Subscribe(subscriber, channel);
        // After the subscription: should the actor be dead already, the unsubscriber takes this one out too.
        WatchSubscriber(subscriber);
        if (_debug)
            Publish(new Debug(SimpleName(this), GetType(), $"subscribing {subscriber} to channel {channel}"));

        return subscribed;
    }

    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);

        var unsubscribed = base.Unsubscribe(subscriber, channel);
        UnwatchSubscriber(subscriber);
        if (_debug)
            Publish(new Debug(SimpleName(this), GetType(), $"unsubscribing {subscriber} from channel {channel}"));

        return unsubscribed;
    }

    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);

        var unsubscribed = base.Unsubscribe(subscriber);
        UnwatchSubscriber(subscriber);
        if (_debug)
            Publish(new Debug(SimpleName(this), GetType(), $"unsubscribing {subscriber} from all channels"));

        return unsubscribed;
    }

    private void WatchSubscriber(IActorRef subscriber)
    {
        // A logger that is no actor does not terminate, and cannot be watched.
        if (subscriber is MinimalLogger)
            return;

        if (!KeepForLater(subscriber, add: true))
            _unsubscriber.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);
    }

    private void UnwatchSubscriber(IActorRef subscriber)
    {
        if (subscriber is MinimalLogger)
            return;

        if (!KeepForLater(subscriber, add: false))
            _unsubscriber.Tell(new EventStreamUnsubscriber.UnregisterIfNoMoreSubscribedChannels(subscriber), ActorRefs.NoSender);
    }

    private bool KeepForLater(IActorRef subscriber, bool add)
    {
        if (_unsubscriber is not null)
            return false;

        lock (_starting)
        {
            if (_unsubscriber is not null)
                return false;

            if (add)
                _subscribedBeforeStart.Add(subscriber);
            else if (!HasSubscriptions(subscriber))
                _subscribedBeforeStart.Remove(subscriber);
            return true;
        }
    }
}
