namespace Akka.Actor;

using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>A reference to an actor that does not exist: what it is sent becomes a dead letter, and who watches it is told at
/// once.</summary>
public class EmptyLocalActorRef : MinimalActorRef
{
    private readonly IActorRefProvider _provider;
    private readonly ActorPath _path;
    private readonly EventStream _eventStream;

    public EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    {
        _provider = provider;
        _path = path;
        _eventStream = eventStream;
    }

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider => _provider;

    public override bool IsTerminated => true;

    internal EventStream EventStream => _eventStream;

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is null)
            throw new InvalidMessageException("Message is null");

        if (message is DeadLetter deadLetter)
            SpecialHandle(deadLetter.Message, deadLetter.Sender);
        else if (!SpecialHandle(message, sender))
            _eventStream.Publish(new DeadLetter(message, sender ?? _provider.DeadLetters, this));
    }

    public override void SendSystemMessage(ISystemMessage message) => SpecialHandle(message, _provider.DeadLetters);

    protected virtual bool SpecialHandle(object message, IActorRef sender)
    {
        switch (message)
        {
            case Watch watch:
                if (watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
                    watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, false, false));
                return true;

            case Unwatch:
                return true;

            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
                return true;

            case ActorSelectionMessage selection:
                return HandleSelection(selection, sender);

            case IDeadLetterSuppression suppressed:
                PublishSuppressed(suppressed, sender);
                return true;

            default:
                return false;
        }
    }

    private bool HandleSelection(ActorSelectionMessage selection, IActorRef sender)
    {
        if (selection.Message is Identify identify)
        {
            // With a wildcard there may be actors that do exist and will answer.
            if (!selection.WildCardFanOut)
                sender?.Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
        }
        else if (selection.Message is IDeadLetterSuppression suppressed)
        {
            PublishSuppressed(suppressed, sender);
        }
        else
        {
            _eventStream.Publish(new DeadLetter(selection.Message, sender ?? _provider.DeadLetters, this));
        }

        return true;
    }

    private void PublishSuppressed(IDeadLetterSuppression message, IActorRef sender) =>
        _eventStream.Publish(new SuppressedDeadLetter(message, sender ?? _provider.DeadLetters, this));
}
