namespace Akka.Actor;

/// <summary>The top of the tree of actors of a system.</summary>
public sealed class RootActorPath : ActorPath
{
    public RootActorPath(Address address, string name = "")
        : base(address, name)
    {
    }
}
