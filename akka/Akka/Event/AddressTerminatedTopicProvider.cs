namespace Akka.Event;

using Akka.Actor;

/// <summary>Makes the <see cref="AddressTerminatedTopic"/> of a system.</summary>
internal sealed class AddressTerminatedTopicProvider : ExtensionIdProvider<AddressTerminatedTopic>
{
    public override AddressTerminatedTopic CreateExtension(ExtendedActorSystem system) => new();
}
