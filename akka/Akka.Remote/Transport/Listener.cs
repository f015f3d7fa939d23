namespace Akka.Remote.Transport;

using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.Remote.Protocol.Wire;

/// <summary>Takes the connections that other systems open, each on a thread of its own.</summary>
internal sealed class Listener
{
    // Above that, somebody opens connections without presenting himself.
    private const int MostStrangers = 256;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly Remoting _remoting;
    private readonly Socket _socket;
    private readonly ManualResetEventSlim _closing = new();
    private int _strangers;

    public Listener(Remoting remoting)
    {
        _remoting = remoting;
        var tcp = remoting.Tcp;
        try
        {
            var endPoint = Dialer.Resolve(tcp.Hostname, tcp.Port, tcp);
            _socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (tcp.ReuseAddress)
                _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            _socket.Bind(endPoint);
            _socket.Listen(tcp.Backlog);
        }
        catch (Exception cause) when (cause is SocketException or RemoteTransportException)
        {
            _socket?.Dispose();
            throw RemotingErrors.CannotListen(tcp.Hostname, tcp.Port, cause);
        }
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint).Port;

    public void Start() => RemotingThread.Start($"{_remoting.System.Name}-remote-accept", Accept);

    public void Close()
    {
        _closing.Set();
        _socket.Dispose();
    }

    private void Accept()
    {
        while (!_closing.IsSet)
        {
            try
            {
                Welcome(_socket.Accept());
            }
            catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
            {
                if (_closing.IsSet)
                    return;

                // A stranger has hung up already, or the process has no file handles left: neither ends the listening.
                _remoting.Log.Warning("A connection could not be accepted: {0}", cause.Message);
                _closing.Wait(AfterFailure);
            }
        }
    }

    private void Welcome(Socket socket)
    {
        if (Interlocked.Increment(ref _strangers) > MostStrangers)
        {
            Interlocked.Decrement(ref _strangers);
            _remoting.Log.Warning(
                "A connection from [{0}] is refused: [{1}] others have not yet presented themselves.", Name(socket), MostStrangers);
            socket.Dispose();
            return;
        }

        RemotingThread.Start($"{_remoting.System.Name}-remote-read", () => Serve(socket));
    }

    private void Serve(Socket socket)
    {
        Connection connection = null;
        try
        {
            connection = Greet(socket);
        }
        catch (Exception cause)
        {
            // Whatever a stranger sends ends this connection and nothing else.
            if (!_closing.IsSet)
                _remoting.Log.Warning("A connection from [{0}] is closed: {1}", Name(socket), cause.Message);
            socket.Dispose();
        }
        finally
        {
            Interlocked.Decrement(ref _strangers);
        }

        if (connection is null)
            return;

        connection.Association.Accepted(connection);
        connection.Read();
    }

    private Connection Greet(Socket socket)
    {
        _remoting.Configure(socket);
        Stream stream;
        using (new Timer(_ => socket.Dispose(), null, _remoting.HandshakeTimeout, Timeout.InfiniteTimeSpan))
            stream = _remoting.Tls.OfServer(new NetworkStream(socket));

        var connection = new Connection(_remoting, socket, stream, isInbound: true);
        try
        {
            var hello = connection.ReceiveHello();
            var association = Check(hello, connection, out var reason, out var detail);
            if (association is not null)
            {
                connection.Presented(association, hello.Uid);
                connection.Write(_remoting.Frames.Hello(_remoting.DefaultAddress, _remoting.Uid, null));
                return connection;
            }

            connection.Write(_remoting.Frames.Goodbye(reason, detail));
            throw RemotingErrors.Protocol($"It presents itself as [{hello.From}], uid [{hello.Uid}], and is refused: {reason} {detail}");
        }
        catch
        {
            connection.Close();
            throw;
        }
    }

    private Association Check(Hello hello, Connection connection, out Goodbye.Types.Reason reason, out string detail)
    {
        detail = "";
        if (hello.Version != Frames.Version)
        {
            reason = Goodbye.Types.Reason.Version;
            detail = $"version {hello.Version} was offered, {Frames.Version} is spoken here";
            return null;
        }

        if (!Address.TryParse(hello.To, out Address to) || !_remoting.Addresses.Contains(to)
            || !Address.TryParse(hello.From, out Address from) || from.Port is null || _remoting.Addresses.Contains(from))
        {
            reason = Goodbye.Types.Reason.WrongAddress;
            detail = $"[{hello.To}] was dialed, this is [{_remoting.DefaultAddress}]";
            return null;
        }

        var association = _remoting.AssociationOf(from);
        var refusal = association.RefusalOf(hello.Uid);
        reason = refusal ?? Goodbye.Types.Reason.Unknown;
        return refusal is null ? association : null;
    }

    private static string Name(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint?.ToString();
        }
        catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
        {
            return "unknown";
        }
    }
}
