namespace Akka.Actor;

using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>The mailbox of all actors that have ended.</summary>
public sealed class DeadLetterMailbox : Mailbox
{
    private readonly IActorRef _deadLetters;

    public DeadLetterMailbox(IActorRef deadLetters)
        : base(new DeadLetterQueue(deadLetters))
    {
        _deadLetters = deadLetters;
        BecomeClosed();
    }

    internal override void SystemEnqueue(IActorRef receiver, SystemMessage message)
    {
        // The supervisor ended before it learned of the child: nobody else can tell that it will never exist.
        if (message is Supervise { Async: true, Child: RepointableActorRef child })
            child.NeverStart();
        _deadLetters.Tell(new DeadLetter(message, receiver, receiver), receiver);
    }

    /// <summary>A queue that keeps nothing.</summary>
    private sealed class DeadLetterQueue : IMessageQueue
    {
        private readonly IActorRef _deadLetters;

        public DeadLetterQueue(IActorRef deadLetters) => _deadLetters = deadLetters;

        public bool HasMessages => false;

        public int Count => 0;

        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            // A subscriber to dead letters that has ended must not make more of them.
            if (envelope.Message is not DeadLetter)
                _deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? _deadLetters, receiver), envelope.Sender);
        }

        public bool TryDequeue(out Envelope envelope)
        {
            envelope = default;
            return false;
        }

        public void CleanUp(IActorRef owner, IMessageQueue deadletters)
        {
        }
    }
}
