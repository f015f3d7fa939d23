namespace Akka.Actor;

using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>Where messages end that could not be delivered: they are published on the event stream.</summary>
public class DeadLetterActorRef : EmptyLocalActorRef
{
    public DeadLetterActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
        : base(provider, path, eventStream)
    {
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case null:
                throw new InvalidMessageException("Message is null");

            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, this), ActorRefs.NoSender);
                break;

            case DeadLetter deadLetter:
                if (!SpecialHandle(deadLetter.Message, deadLetter.Sender))
                    EventStream.Publish(deadLetter);
                break;

            default:
                if (!SpecialHandle(message, sender))
                    EventStream.Publish(new DeadLetter(message, sender ?? Provider.DeadLetters, this));
                break;
        }
    }

    protected override bool SpecialHandle(object message, IActorRef sender)
    {
        if (message is not Watch watch)
            return base.SpecialHandle(message, sender);

        if (!watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, false, false));
        return true;
    }
}
