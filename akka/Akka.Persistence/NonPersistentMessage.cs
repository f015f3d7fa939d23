namespace Akka.Persistence;

using Akka.Actor;

/// <summary>A deferred event: the journal hands it back behind the writes before it, and stores nothing.</summary>
internal sealed class NonPersistentMessage(object payload, IActorRef sender) : IPersistentEnvelope
{
    public object Payload => payload;

    public IActorRef Sender => sender;

    public int Size => 1;
}
