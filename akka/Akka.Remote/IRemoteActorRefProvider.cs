namespace Akka.Remote;

using Akka.Actor;

/// <summary>A provider that reaches other systems.</summary>
public interface IRemoteActorRefProvider : IActorRefProvider
{
    RemoteSettings RemoteSettings { get; }

    RemoteTransport Transport { get; }

    IActorRef RemoteWatcher { get; }

    IInternalActorRef ResolveActorRefWithLocalAddress(string path, Address localAddress);

    IActorRef InternalResolveActorRef(string path);

    bool HasAddress(Address address);

    void Quarantine(Address address, int? uid);
}
