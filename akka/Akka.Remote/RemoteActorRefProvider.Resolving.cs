namespace Akka.Remote;

using Akka.Actor;
using Akka.Event;

/// <content>From paths to references.</content>
public partial class RemoteActorRefProvider
{
    public bool HasAddress(Address address) =>
        address == RootPath.Address || _remoting.Addresses.Contains(address);

    public Address GetExternalAddressFor(Address address)
    {
        if (HasAddress(address))
            return RootPath.Address;

        return address.HasGlobalScope && address.Port is not null ? Transport.LocalAddressForRemote(address) : null;
    }

    public IActorRef RootGuardianAt(Address address) =>
        HasAddress(address)
            ? RootGuardian
            : CreateRemoteRef(new RootActorPath(address), Transport.LocalAddressForRemote(address));

    public IActorRef ResolveActorRef(string path) => IgnoreActorRef.IsIgnoreRefPath(path) ? IgnoreRef : InternalResolveActorRef(path);

    public IActorRef ResolveActorRef(ActorPath actorPath)
    {
        if (IgnoreActorRef.IsIgnoreRefPath(actorPath))
            return IgnoreRef;

        return HasAddress(actorPath.Address)
            ? ResolveLocal(actorPath)
            : ResolveRemote(actorPath, Transport.LocalAddressForRemote(actorPath.Address));
    }

    public IActorRef InternalResolveActorRef(string path)
    {
        if (ActorPath.TryParse(path, out var actorPath))
            return ResolveActorRef(actorPath);

        _log.Debug("Resolve of unknown path [{0}] failed. Invalid format.", path);
        return DeadLetters;
    }

    public IInternalActorRef ResolveActorRefWithLocalAddress(string path, Address localAddress)
    {
        if (path is not null && ActorPath.TryParse(path, out var actorPath))
        {
            return (IInternalActorRef)(HasAddress(actorPath.Address)
                ? ResolveLocal(actorPath)
                : ResolveRemote(actorPath, localAddress));
        }

        _log.Debug("Resolve of unknown path [{0}] failed", path);
        return (IInternalActorRef)DeadLetters;
    }

    protected virtual IInternalActorRef CreateRemoteRef(ActorPath actorPath, Address localAddress) =>
        new RemoteActorRef(Transport, localAddress, actorPath, ActorRefs.Nobody, Props.None, Deploy.None);

    private IActorRef ResolveLocal(ActorPath path) =>
        path.Depth == 0 ? RootGuardian : _local.ResolveActorRef(RootGuardian, path.ElementsWithUid);

    private IActorRef ResolveRemote(ActorPath path, Address localAddress)
    {
        if (path.Address.HasGlobalScope && path.Address.Port is not null)
            return CreateRemoteRef(path, localAddress);

        _log.Debug("Resolve of path [{0}] failed: its address names neither this system nor one that can be reached.", path);
        return new EmptyLocalActorRef(this, path, _system.EventStream);
    }
}
