namespace Akka.Event;

using Akka.Actor;

/// <summary>Tells an actor that a node is gone for good, and all actors on it.</summary>
internal sealed class AddressTerminated : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded
{
    public AddressTerminated(Address address) => Address = address;

    public Address Address { get; }

    public override string ToString() => "AddressTerminated: " + Address;
}
