namespace Akka.Persistence;

using Akka.Actor;

/// <summary>What a persistent actor sends to its journal: events to write, or one to hand back in order.</summary>
public interface IPersistentEnvelope
{
    object Payload { get; }

    IActorRef Sender { get; }

    int Size { get; }
}
