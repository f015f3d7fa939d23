namespace Akka.Actor;

/// <summary>The answer to an <see cref="Identify"/>; without subject there is no such actor.</summary>
public sealed class ActorIdentity
{
    public ActorIdentity(object messageId, IActorRef subject)
    {
        MessageId = messageId;
        Subject = subject;
    }

    public object MessageId { get; }

    public IActorRef Subject { get; }

    public override bool Equals(object obj) =>
        obj is ActorIdentity other && Equals(MessageId, other.MessageId) && Equals(Subject, other.Subject);

    public override int GetHashCode() => HashCode.Combine(MessageId, Subject);

    public override string ToString() => $"<ActorIdentity - MessageId: {MessageId}, Subject: {Subject}>";
}
