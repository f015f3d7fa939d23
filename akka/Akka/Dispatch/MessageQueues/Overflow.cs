namespace Akka.Dispatch.MessageQueues;

using Akka.Actor;
using Akka.Event;

/// <summary>What becomes of a message for which a bounded queue has no room.</summary>
internal static class Overflow
{
    public static void ToDeadLetters(IActorRef receiver, Envelope envelope)
    {
        if (receiver is IInternalActorRef actor)
            actor.Provider.DeadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender, receiver), envelope.Sender);
    }
}
