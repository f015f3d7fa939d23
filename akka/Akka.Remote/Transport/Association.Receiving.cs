namespace Akka.Remote.Transport;

/// <content>What comes from the other system.</content>
internal sealed partial class Association
{
    private FailureDetector _detector;
    private Receiver _receiver;
    private Connection _source;
    private long _heardAt;
    private int _sourceUid;
    private ulong _lastReceived;

    /// <summary>Held while messages are delivered, so that they stay in order when a connection follows another.</summary>
    public object Delivering { get; } = new();

    public Receiver Receiver => _receiver ??= new Receiver(_remoting, RemoteAddress);

    public void Heard()
    {
        Volatile.Write(ref _heardAt, Environment.TickCount64);
        Volatile.Read(ref _detector).HeartBeat();
    }

    /// <summary>Whether messages of this connection count: those of the youngest that has brought any.</summary>
    public bool DeliversFrom(Connection connection)
    {
        if (ReferenceEquals(_source, connection))
            return true;
        if (connection.IsClosed)
            return false;

        // The other side has gone over to this connection; what may still lie in the old one would come out of order.
        var old = _source;
        _source = connection;
        if (_sourceUid != connection.PeerUid)
        {
            _sourceUid = connection.PeerUid;
            _lastReceived = 0;
        }

        old?.Close();
        return true;
    }

    /// <summary>Whether a system message is new.</summary>
    public bool IsNext(ulong sequence)
    {
        if (sequence <= _lastReceived)
            return false;

        _lastReceived = sequence;
        return true;
    }

    /// <summary>Sends a frame of remoting's own back, by the link or, without one, by the connection that asks for it.</summary>
    public void Answer(Connection connection, byte[] frame)
    {
        lock (_sync)
        {
            if (_link is { Connection: not null } link)
            {
                link.Append(frame);
                return;
            }
        }

        connection.Write(frame);
    }

    /// <summary>Answers a heartbeat unless this side sends its own by the same connection.</summary>
    public void AnswerHeartbeat(Connection connection)
    {
        if (Volatile.Read(ref _link)?.Connection != connection)
            connection.Write(_remoting.Frames.Heartbeat);
    }
}
