namespace Akka.Remote;

using Akka.Actor;
using Akka.Event;

/// <summary>What the provider needs of the way to other systems.</summary>
public abstract class RemoteTransport
{
    protected RemoteTransport(ExtendedActorSystem system, RemoteActorRefProvider provider)
    {
        System = system;
        Provider = provider;
        Log = Logging.GetLogger(system, GetType());
    }

    public ExtendedActorSystem System { get; }

    public RemoteActorRefProvider Provider { get; }

    public abstract ISet<Address> Addresses { get; }

    public abstract Address DefaultAddress { get; }

    public bool logRemoteLifeCycleEvents { get; protected set; }

    public ILoggingAdapter Log { get; protected set; }

    protected bool UseUntrustedMode { get; set; }

    /// <summary>Begins to listen; on return the addresses are known.</summary>
    public abstract void Start();

    public abstract Task Shutdown();

    public abstract void Send(object message, IActorRef sender, RemoteActorRef recipient);

    public abstract Task<bool> ManagementCommand(object cmd);

    public abstract Task<bool> ManagementCommand(object cmd, CancellationToken cancellationToken);

    /// <summary>The address under which this system is known to the one at <paramref name="remote"/>.</summary>
    public abstract Address LocalAddressForRemote(Address remote);

    /// <summary>Shuts an incarnation out; without a uid only the connection is ended.</summary>
    public abstract void Quarantine(Address address, int? uid);
}
