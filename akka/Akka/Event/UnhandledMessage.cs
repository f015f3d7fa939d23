namespace Akka.Event;

using Akka.Actor;

/// <summary>A message that reached its actor, which had no use for it.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}
