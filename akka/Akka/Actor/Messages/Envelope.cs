namespace Akka.Actor;

/// <summary>A message with its sender, as it lies in a mailbox.</summary>
public struct Envelope
{
    public Envelope(object message, IActorRef sender, ActorSystem system)
    {
        Message = message;
        Sender = sender ?? system.DeadLetters;
    }

    public Envelope(object message, IActorRef sender)
    {
        Message = message;
        Sender = sender;
    }

    public object Message { get; private set; }

    public IActorRef Sender { get; private set; }

    public override readonly string ToString() =>
        $"<{(Message is null ? "null" : Message.ToString())}> from {Sender?.ToString() ?? "NoSender"}";
}
