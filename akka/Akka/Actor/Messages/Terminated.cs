namespace Akka.Actor;

using Akka.Event;

/// <summary>Tells a watcher that the watched actor is no more.</summary>
public sealed class Terminated : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded,
    IEquatable<Terminated>
{
    public Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    {
        ActorRef = actorRef;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    public IActorRef ActorRef { get; }

    public bool AddressTerminated { get; }

    public bool ExistenceConfirmed { get; }

    public override string ToString() => $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";

    public bool Equals(Terminated other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Equals(ActorRef, other.ActorRef)
                && AddressTerminated == other.AddressTerminated
                && ExistenceConfirmed == other.ExistenceConfirmed));

    public override bool Equals(object obj) => obj is Terminated other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);
}
