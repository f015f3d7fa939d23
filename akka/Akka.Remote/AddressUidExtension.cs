namespace Akka.Remote;

using Akka.Actor;

/// <summary>The id of <see cref="AddressUid"/>.</summary>
public class AddressUidExtension : ExtensionIdProvider<AddressUid>
{
    public static int Uid(ActorSystem system) => new AddressUidExtension().Apply(system).Uid;

    public override AddressUid CreateExtension(ExtendedActorSystem system) => new();
}
