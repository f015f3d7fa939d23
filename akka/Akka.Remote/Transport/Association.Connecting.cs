namespace Akka.Remote.Transport;

using Akka.Event;
using Akka.Remote.Protocol.Wire;

/// <content>Connections come and go.</content>
internal sealed partial class Association
{
    /// <summary>Whether the incarnation that presents itself may come in; the reason of the refusal otherwise.</summary>
    public Goodbye.Types.Reason? RefusalOf(int uid)
    {
        lock (_sync)
        {
            if (_closed)
                return Goodbye.Types.Reason.Shutdown;

            return uid == _refusedUid ? Goodbye.Types.Reason.Quarantined : null;
        }
    }

    /// <summary>The other side has opened a connection, and both have presented themselves.</summary>
    public void Accepted(Connection connection)
    {
        Connection old;
        int previous;
        lock (_sync)
        {
            if (connection.PeerUid == _refusedUid)
            {
                // Quarantined since it was asked for.
                connection.Close();
                return;
            }

            previous = _uid;
            old = Meet(connection.PeerUid);
            _gateOpensAt = 0;
            if (_link is null && !_closed && _remoting.Settings.UsePassiveConnections)
                Begin(connection);
            else
                _spare = connection;
        }

        old?.Close();
        LogRestart(previous, connection.PeerUid);
        _remoting.Publish(new AssociatedEvent(LocalAddress, RemoteAddress, inbound: true));
    }

    /// <summary>A link has dialed, and both sides have presented themselves.</summary>
    public void Established(Link link, Connection connection)
    {
        int previous;
        lock (_sync)
        {
            if (_link != link)
                throw RemotingErrors.CannotConnect(RemoteAddress, "the attempt was given up meanwhile.");
            if (connection.PeerUid == _refusedUid)
            {
                ForgetUnacknowledged();
                throw RemotingErrors.CannotConnect(RemoteAddress, $"its uid [{_refusedUid}] is quarantined. It has to be restarted.");
            }

            previous = _uid;
            Meet(connection.PeerUid);
            link.Connection = connection;
            _detector.HeartBeat();
        }

        LogRestart(previous, connection.PeerUid);
        _remoting.Publish(new AssociatedEvent(LocalAddress, RemoteAddress, inbound: false));
    }

    /// <summary>The other side has turned a link away.</summary>
    public void Refused(Goodbye goodbye)
    {
        if (goodbye is { Reason: Goodbye.Types.Reason.Quarantined })
            _remoting.Publish(new ThisActorSystemQuarantinedEvent(LocalAddress, RemoteAddress));
    }

    /// <summary>A link could not connect; the result is a connection that it can use all the same, or null.</summary>
    public Connection CannotDial(Link link, Exception cause)
    {
        int dropped;
        lock (_sync)
        {
            if (_link != link)
                return null;

            if (_remoting.Settings.UsePassiveConnections && _spare is { IsClosed: false } spare)
            {
                _spare = null;
                link.Connection = spare;
                _detector.HeartBeat();
                return spare;
            }

            _link = null;
            CloseGate();
            dropped = link.End(null);
        }

        Report(cause, dropped, isInbound: false);
        return null;
    }

    /// <summary>Ends what goes by a connection that is no more; called once or more for each.</summary>
    public void Lost(Connection connection, Exception cause)
    {
        var dropped = 0;
        var wasLink = false;
        lock (_sync)
        {
            if (_spare == connection)
                _spare = null;
            if (_link?.Connection == connection && !_closed)
            {
                wasLink = true;
                dropped = _link.End(null);
                _link = null;
                if (_remoting.Settings.UsePassiveConnections && _spare is { IsClosed: false } spare)
                    Begin(spare);
                else
                    CloseGate();
            }

            Monitor.PulseAll(_sync);
        }

        connection.Close();
        var goodbye = connection.TakeGoodbye();
        Refused(goodbye);
        if (!wasLink)
        {
            if (cause is not null)
                _remoting.Log.Warning("A connection of [{0}] from [{1}] is closed: {2}", RemoteAddress, connection.Peer, cause.Message);
            return;
        }

        if (cause is not null)
            Report(cause, dropped, connection.IsInbound);
        else if (dropped > 0)
            LogLost(dropped, goodbye?.Reason.ToString() ?? "the connection has ended");
        _remoting.Publish(new DisassociatedEvent(LocalAddress, RemoteAddress, connection.IsInbound));
    }

    /// <summary>Remembers which incarnation is there; the result is the connection to another one, which is gone.</summary>
    private Connection Meet(int uid)
    {
        Connection old = null;
        if (_uid != 0 && _uid != uid && _link is { Connection: { } connection } && connection.PeerUid != uid)
        {
            old = connection;
            _link.End(null);
            _link = null;
        }

        _uid = uid;
        return old;
    }

    private void LogRestart(int previous, int uid)
    {
        if (previous != 0 && previous != uid)
            _remoting.Log.Info("[{0}] has been restarted: its UID is [{1}] and was [{2}].", RemoteAddress, uid, previous);
    }

    /// <summary>Ends the connections that are not the link's own business.</summary>
    private void EndInbound(Link link)
    {
        Connection spare;
        lock (_sync)
        {
            spare = _spare;
            _spare = null;
        }

        foreach (var connection in (ReadOnlySpan<Connection>)[spare, Volatile.Read(ref _source)])
        {
            if (connection is not null && connection != link?.Connection)
                connection.Close();
        }
    }

    private void Report(Exception cause, int dropped, bool isInbound)
    {
        _remoting.Log.Warning(
            "Association with remote system [{0}] has failed; address is now gated for [{1} ms]. Reason: [{2}]",
            RemoteAddress, _remoting.Settings.RetryGateClosedFor.TotalMilliseconds, cause.Message);
        if (dropped > 0)
            LogLost(dropped, cause.Message);
        _remoting.Publish(new AssociationErrorEvent(cause, LocalAddress, RemoteAddress, isInbound, LogLevel.DebugLevel));
    }

    private void LogLost(int dropped, string reason)
    {
        RemotingMetrics.Dropped(dropped, RemoteAddress, "connection");
        _remoting.Log.Warning("[{0}] messages that waited for [{1}] are lost: {2}", dropped, RemoteAddress, reason);
    }
}
