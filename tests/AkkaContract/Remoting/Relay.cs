namespace Akka.Flink.AkkaContract.Tests.Remoting;

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

/// <summary>A network between two systems that a test can stop and cut: it listens on a port and passes all on to another one.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = [];
    private readonly ManualResetEventSlim _flows = new(true);
    private readonly int _target;
    private volatile bool _ended;
    private long _passedBytes;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        new Thread(AcceptAll) { IsBackground = true }.Start();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many bytes have passed, in both directions together.</summary>
    public long PassedBytes => Interlocked.Read(ref _passedBytes);

    /// <summary>Nothing passes any more, in either direction, until <see cref="Resume"/>; what is sent fills the buffers.</summary>
    public void Pause() => _flows.Reset();

    public void Resume() => _flows.Set();

    /// <summary>Cuts all connections; new ones can be made.</summary>
    public void Cut()
    {
        foreach (var socket in _sockets.Keys)
            Drop(socket);
    }

    public void Dispose()
    {
        _ended = true;
        _listener.Stop();
        Cut();
        _flows.Set();
    }

    private void AcceptAll()
    {
        try
        {
            while (!_ended)
                Join(_listener.AcceptSocket());
        }
        catch (SocketException) when (_ended)
        {
            // Stopped while it waited.
        }
    }

    private void Join(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            far.Connect(IPAddress.Loopback, _target);
        }
        catch (SocketException)
        {
            near.Dispose();
            far.Dispose();
            return;
        }

        _sockets[near] = _sockets[far] = true;
        new Thread(() => Pass(near, far)) { IsBackground = true }.Start();
        new Thread(() => Pass(far, near)) { IsBackground = true }.Start();
    }

    private void Pass(Socket from, Socket to)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            for (int read; (read = from.Receive(buffer)) > 0;)
            {
                _flows.Wait();
                to.Send(buffer, read, SocketFlags.None);
                Interlocked.Add(ref _passedBytes, read);
            }
        }
        catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
        {
            // One end has gone: so does the other.
        }

        Drop(from);
        Drop(to);
    }

    private void Drop(Socket socket)
    {
        _sockets.TryRemove(socket, out _);
        socket.Dispose();
    }
}
