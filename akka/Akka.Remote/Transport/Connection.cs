namespace Akka.Remote.Transport;

using System.Net.Sockets;
using Akka.Actor;
using Akka.Remote.Protocol.Wire;

/// <summary>One TCP connection, with the thread that reads from it.</summary>
/// <remarks>
/// Sockets are used in their blocking way, on threads of remoting: what actors do to the thread pool can then neither delay a heartbeat
/// nor make a living node look dead. A connection that is the way of an association to its system is written to by that association's
/// <see cref="Link"/>; otherwise only the reading thread writes, short answers.
/// </remarks>
internal sealed class Connection
{
    private readonly Remoting _remoting;
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly FrameReader _reader;
    private readonly Lock _writing = new();
    private readonly long _openedAt = Environment.TickCount64;
    private Goodbye _goodbye;
    private int _closed;

    public Connection(Remoting remoting, Socket socket, Stream stream, bool isInbound)
    {
        _remoting = remoting;
        _socket = socket;
        _stream = stream;
        _reader = new FrameReader(stream, remoting.Tcp.MaximumFrameSize, remoting.Tcp.IsLittleEndian);
        IsInbound = isInbound;
        Peer = socket.RemoteEndPoint?.ToString() ?? "?";
        remoting.Opened(this);
    }

    public bool IsInbound { get; }

    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>The other end, as the network knows it.</summary>
    public string Peer { get; }

    /// <summary>The system at the other end; null until it has presented itself.</summary>
    public Association Association { get; private set; }

    public int PeerUid { get; private set; }

    /// <summary>Whether messages that still come are ignored, for the system at the other end is quarantined.</summary>
    public bool IsShutOut { get; set; }

    public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - _openedAt);

    /// <summary>Why the other side said goodbye, if it did.</summary>
    public Goodbye Goodbye
    {
        get => Volatile.Read(ref _goodbye);
        set => Volatile.Write(ref _goodbye, value);
    }

    /// <summary>The same, to the first one who asks.</summary>
    public Goodbye TakeGoodbye() => Interlocked.Exchange(ref _goodbye, null);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_writing)
            _stream.Write(bytes);
    }

    /// <summary>Tells the other side that nothing more comes.</summary>
    public void FinishWriting() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection, and with it the threads that wait for it.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;

        _remoting.Closed(this);
        _socket.Dispose();
    }

    /// <summary>Waits for the frame with which the other side presents itself.</summary>
    public Hello ReceiveHello()
    {
        ReadOnlySpan<byte> bytes;
        while (!_reader.TryTake(out bytes))
        {
            if (!_reader.Fill())
                throw RemotingErrors.Protocol("The connection was ended before the other side had presented itself.");
        }

        var frame = Frame.Parser.ParseFrom(bytes);
        switch (frame.KindCase)
        {
            case Frame.KindOneofCase.Hello:
                return frame.Hello;
            case Frame.KindOneofCase.Goodbye:
                Goodbye = frame.Goodbye;
                throw RemotingErrors.Protocol($"It refused: {frame.Goodbye.Reason} {frame.Goodbye.Detail}");
            default:
                throw RemotingErrors.Protocol($"The first frame was {frame.KindCase} in place of Hello.");
        }
    }

    public void Presented(Association association, int uid)
    {
        PeerUid = uid;
        Association = association;
    }

    /// <summary>Begins to read on a thread of its own, after the handshake.</summary>
    public void StartReading() => RemotingThread.Start($"{_remoting.System.Name}-remote-read-{Association.RemoteAddress}", Read);

    /// <summary>Reads until the connection ends.</summary>
    public void Read()
    {
        Exception cause = null;
        try
        {
            var inbox = new Inbox(_remoting, this);
            var goesOn = inbox.Handle(_reader);
            while (goesOn && !IsClosed && _reader.Fill())
                goesOn = inbox.Handle(_reader);
        }
        catch (Exception failure)
        {
            // Whatever comes from outside ends this connection and nothing else.
            cause = IsClosed ? null : failure;
        }

        Close();
        Association.Lost(this, cause);
    }
}
