namespace Akka.Remote.Transport;

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

/// <summary>Remoting over TCP: the listener, the associations with all other systems, and what they share.</summary>
internal sealed class Remoting : RemoteTransport
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Address, Association> _associations = new();
    private readonly ConcurrentDictionary<Connection, bool> _connections = new();
    private readonly Func<Address, Association> _newAssociation;
    private readonly AkkaProtocolSettings _protocol;
    private readonly LogLevel _lifecycleLevel;
    private Listener _listener;
    private Timer _timer;
    private Address _address;
    private FrozenSet<Address> _addresses = [];
    private volatile bool _closing;

    public Remoting(ExtendedActorSystem system, RemoteActorRefProvider provider)
        : base(system, provider)
    {
        Settings = provider.RemoteSettings;
        Tcp = TcpSettings.From(Settings);
        Tls = new Tls(Tcp, system);
        Frames = new Frames(Tcp.IsLittleEndian);
        Uid = AddressUidExtension.Uid(system);
        UseUntrustedMode = Settings.UntrustedMode;
        logRemoteLifeCycleEvents = Settings.RemoteLifecycleEventsLogLevel is not ("off" or "false" or "OFF");
        _lifecycleLevel = logRemoteLifeCycleEvents ? Logging.LogLevelFor(Settings.RemoteLifecycleEventsLogLevel) : default;
        _protocol = new AkkaProtocolSettings(Settings.Config);
        _newAssociation = address => new Association(this, address);

        // Once at the start: what is wrong with the section is said there, and not to the first sender.
        NewDetector();
    }

    public RemoteSettings Settings { get; }

    public TcpSettings Tcp { get; }

    public Tls Tls { get; }

    public Frames Frames { get; }

    public int Uid { get; }

    public TimeSpan HandshakeTimeout => _protocol.HandshakeTimeout;

    public TimeSpan HeartbeatInterval => _protocol.TransportHeartBeatInterval;

    public override ISet<Address> Addresses => _addresses;

    public override Address DefaultAddress => _address;

    public override void Start()
    {
        try
        {
            _listener = new Listener(this);
        }
        catch (RemoteTransportException cause)
        {
            Publish(new RemotingErrorEvent(cause));
            throw;
        }

        var port = Tcp.PublicPort != 0 ? Tcp.PublicPort : _listener.Port;
        _address = new Address(Tcp.Protocol, System.Name, Tcp.PublicHostname, port);
        _addresses = [_address];
        _listener.Start();
        _timer = new Timer(_ => Tick(), null, TickInterval, TickInterval);
        Log.Info("Remoting started; listening on addresses : [{0}]", _address);
        Publish(new RemotingListenEvent([_address]));
    }

    public override async Task Shutdown()
    {
        _closing = true;
        _listener.Close();
        await _timer.DisposeAsync().ConfigureAwait(false);
        var ends = Task.WhenAll(_associations.Values.Select(association => association.Close()).ToArray());
        await Task.WhenAny(ends, Task.Delay(Settings.FlushWait)).ConfigureAwait(false);
        foreach (var connection in _connections.Keys)
            connection.Close();
        Publish(new RemotingShutdownEvent());
    }

    public override void Send(object message, IActorRef sender, RemoteActorRef recipient) =>
        (recipient.Association ??= AssociationOf(recipient.Path.Address)).Send(message, sender, recipient);

    public override Task<bool> ManagementCommand(object cmd) => ManagementCommand(cmd, CancellationToken.None);

    /// <summary>There is nothing to manage: commands are for adapters of transports.</summary>
    public override Task<bool> ManagementCommand(object cmd, CancellationToken cancellationToken) => Task.FromResult(false);

    public override Address LocalAddressForRemote(Address remote) => _address;

    public override void Quarantine(Address address, int? uid) =>
        AssociationOf(address).Quarantine(uid ?? 0, "Messages to it become dead letters until it has been restarted.");

    public Association AssociationOf(Address address) => _associations.GetOrAdd(address, _newAssociation);

    public FailureDetector NewDetector() =>
        FailureDetectorLoader.Load(_protocol.TransportFailureDetectorImplementationClass, _protocol.TransportFailureDetectorConfig, System);

    public void Configure(Socket socket)
    {
        socket.NoDelay = Tcp.NoDelay;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, Tcp.KeepAlive);
        if (Tcp.SendBufferSize > 0)
            socket.SendBufferSize = Tcp.SendBufferSize;
        if (Tcp.ReceiveBufferSize > 0)
            socket.ReceiveBufferSize = Tcp.ReceiveBufferSize;
    }

    public void Opened(Connection connection)
    {
        _connections[connection] = true;
        if (_closing)
            connection.Close();
    }

    public void Closed(Connection connection) => _connections.TryRemove(connection, out _);

    /// <summary>Tells who listens to the event stream, and the log.</summary>
    public void Publish(RemotingLifecycleEvent happened)
    {
        System.EventStream.Publish(happened);
        if (logRemoteLifeCycleEvents && happened.LogLevel() >= _lifecycleLevel)
            Log.Log(happened.LogLevel(), null, "{0}", happened);
    }

    private void Tick()
    {
        foreach (var association in _associations.Values)
            association.Tick();

        foreach (var connection in _connections.Keys)
        {
            if (connection.Association is not null || connection.Age < HandshakeTimeout)
                continue;

            Log.Warning("The other side of [{0}] has not presented itself within [{1}].", connection.Peer, HandshakeTimeout);
            connection.Close();
        }
    }
}
