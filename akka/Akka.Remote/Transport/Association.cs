namespace Akka.Remote.Transport;

using Akka.Actor;
using Akka.Event;
using Akka.Remote.Protocol.Wire;

/// <summary>What this system knows of one address, and how it talks to the system there.</summary>
/// <remarks>
/// <para>
/// Messages are serialized by the thread that sends them and laid into the buffer of the <see cref="Link"/>, which a thread of its own
/// empties in batches. The first message makes the link: it dials, or takes a connection that the other side has opened. What is sent
/// meanwhile waits in its buffer. When it ends, what waited is lost, and until the gate opens what is sent becomes a dead letter.
/// </para>
/// <para>
/// System messages are numbered and kept until they are acknowledged; every link begins with those that are not. So the other side sees
/// an unbroken sequence, apart from repetitions, which it drops. When that cannot be kept up, the other system is quarantined: it, as
/// told by its uid, is refused until it has been restarted.
/// </para>
/// <para>The lock guards all fields but those of receiving, which are guarded by <see cref="Delivering"/>.</para>
/// </remarks>
internal sealed partial class Association
{
    private readonly Remoting _remoting;
    private readonly object _sync = new();
    private Link _link;
    private Connection _spare;
    private long _gateOpensAt;
    private int _uid;
    private int _refusedUid;
    private bool _closed;

    public Association(Remoting remoting, Address remoteAddress)
    {
        _remoting = remoting;
        RemoteAddress = remoteAddress;
        _detector = remoting.NewDetector();
    }

    public Address RemoteAddress { get; }

    public Address LocalAddress => _remoting.DefaultAddress;

    /// <summary>The lock of all state of the link.</summary>
    public object Sync => _sync;

    /// <summary>Shuts an incarnation out, or with uid 0 just ends the connection.</summary>
    public void Quarantine(int uid, string reason)
    {
        Link link;
        lock (_sync)
        {
            if (uid != 0 && (uid == _refusedUid || (_uid != 0 && uid != _uid)))
                return;

            link = _link;
            _link = null;
            CloseGate();
            if (uid != 0)
                _refusedUid = uid;
            ForgetUnacknowledged();
            if (link?.Connection is { } connection)
                connection.IsShutOut = uid != 0;
            link?.End(_remoting.Frames.Goodbye(uid == 0 ? Goodbye.Types.Reason.Unknown : Goodbye.Types.Reason.Quarantined));
        }

        EndInbound(link);
        if (uid == 0)
        {
            _remoting.Log.Warning(
                "Association to [{0}] with unknown UID is reported as quarantined, but address cannot be quarantined without knowing the "
                + "UID, gating instead for {1} ms. {2}",
                RemoteAddress, _remoting.Settings.RetryGateClosedFor.TotalMilliseconds, reason);
            return;
        }

        _remoting.Log.Warning("[{0}] with UID [{1}] is quarantined. {2}", RemoteAddress, uid, reason);
        _remoting.Publish(new QuarantinedEvent(RemoteAddress, uid));
    }

    /// <summary>Sends what waits, says goodbye and ends.</summary>
    public Task Close()
    {
        lock (_sync)
        {
            _closed = true;
            if (_link is null)
                return Task.CompletedTask;

            _link.EndAfterDraining(_remoting.Frames.Goodbye(Goodbye.Types.Reason.Shutdown));
            return _link.Ended;
        }
    }

    /// <summary>What is due with time: connecting anew, sending again, giving up.</summary>
    public void Tick()
    {
        Connection silent = null;
        int uid;
        string giveUp;
        lock (_sync)
        {
            if (_closed)
                return;

            uid = _uid;
            giveUp = SystemMessagesDue();
            if (_link?.Connection is { } connection && !_detector.IsAvailable)
                silent = connection;
        }

        if (silent is not null)
            Lost(silent, RemotingErrors.Protocol("Nothing was heard for longer than 'akka.remote.transport-failure-detector' accepts."));
        if (giveUp is not null)
            Quarantine(uid, giveUp);
    }

    /// <summary>Where a message goes: the link, made if there is none; null while the gate is closed.</summary>
    private Link OpenLink()
    {
        if (_link is not null || _closed || IsGated)
            return _link is { IsOver: true } ? null : _link;

        return _remoting.Settings.UsePassiveConnections && _spare is { IsClosed: false } spare ? Begin(spare) : Begin(null);
    }

    private bool IsGated => _gateOpensAt != 0 && Environment.TickCount64 < _gateOpensAt;

    private void CloseGate() =>
        _gateOpensAt = Environment.TickCount64 + (long)_remoting.Settings.RetryGateClosedFor.TotalMilliseconds;

    private Link Begin(Connection connection)
    {
        if (ReferenceEquals(_spare, connection))
            _spare = null;
        _link = new Link(_remoting, this, connection);
        _detector = _remoting.NewDetector();
        _detector.HeartBeat();
        AppendUnacknowledged(_link);
        _link.Start();
        return _link;
    }
}
