namespace Akka.Event;

using Akka.Actor;

/// <summary>Watches the subscribers of an event stream and takes those out that have terminated.</summary>
internal sealed class EventStreamUnsubscriber : ActorBase
{
    private readonly EventStream _eventStream;
    private readonly bool _debug;

    public EventStreamUnsubscriber(EventStream eventStream, bool debug)
    {
        _eventStream = eventStream;
        _debug = debug;
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Register register:
                Log($"watching {register.Actor} in order to unsubscribe from EventStream when it terminates");
                Context.Watch(register.Actor);
                return true;

            case UnregisterIfNoMoreSubscribedChannels unregister:
                // It may have subscribed anew since this was sent.
                if (!_eventStream.HasSubscriptions(unregister.Actor))
                    Context.Unwatch(unregister.Actor);
                return true;

            case Terminated terminated:
                Log($"unsubscribe {terminated.ActorRef} from {_eventStream}, because it was terminated");
                _eventStream.Unsubscribe(terminated.ActorRef);
                return true;

            default:
                return false;
        }
    }

    private void Log(string text)
    {
        if (_debug)
            _eventStream.Publish(new Debug(nameof(EventStreamUnsubscriber), GetType(), text));
    }

    internal sealed record Register(IActorRef Actor) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    internal sealed record UnregisterIfNoMoreSubscribedChannels(IActorRef Actor)
        : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
