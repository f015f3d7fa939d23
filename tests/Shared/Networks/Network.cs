namespace Akka.Flink.Shared.Networks;

using System.Net;
using System.Net.Sockets;

/// <summary>What lies between the nodes: each is reached through a relay, and what goes from one to another can be held up.</summary>
/// <remarks>
/// As in a network that is cut, no connection is closed: what is sent does not arrive, and arrives when the cut is mended. A relay knows a
/// connection's other end by the process that has it open, so each node has to be a process.
/// </remarks>
public sealed class Network : IDisposable
{
    private readonly List<TcpListener> _listeners = [];
    private readonly List<int> _processes = [];
    private readonly CancellationTokenSource _end = new();
    private volatile HashSet<(int From, int To)> _cuts = [];
    private TaskCompletionSource _mended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes places for more nodes, in the order of their addresses: where others reach each, where it has to listen.</summary>
    public IReadOnlyList<(int Public, int Bound)> AddNodes(int count)
    {
        var listeners = new List<TcpListener>();
        for (var i = 0; i < count; i++)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            listeners.Add(listener);
        }

        listeners.Sort((left, right) => PortOf(left).CompareTo(PortOf(right)));
        var places = listeners.ConvertAll(listener => (PortOf(listener), FreePort.Next()));
        var first = _listeners.Count;
        _listeners.AddRange(listeners);
        for (var i = 0; i < count; i++)
            _ = Accept(listeners[i], first + i, places[i].Item2);
        return places;
    }

    /// <summary>Says which process the next node is.</summary>
    public void IsProcess(int id)
    {
        lock (_processes)
            _processes.Add(id);
    }

    /// <summary>Holds up what goes from one node to another; not what comes back.</summary>
    public void Cut(int from, int to) => _cuts = [.. _cuts, (from, to)];

    /// <summary>Cuts the nodes into parts between which nothing goes.</summary>
    public void Part(params int[][] parts) => _cuts =
    [
        .. from part in parts
           from other in parts
           where part != other
           from node in part
           from stranger in other
           select (node, stranger),
    ];

    public void Mend()
    {
        _cuts = [];
        Interlocked.Exchange(ref _mended, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Dispose()
    {
        _end.Cancel();
        foreach (var listener in _listeners)
            listener.Stop();
        _end.Dispose();
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private async Task Accept(TcpListener listener, int node, int port)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = Connect(await listener.AcceptTcpClientAsync(_end.Token), node, port);
            }
            catch (Exception) when (_end.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Connect(TcpClient near, int to, int port)
    {
        using var accepted = near;
        using var far = new TcpClient();
        try
        {
            var from = await WaitForOwner(near);
            await far.ConnectAsync(IPAddress.Loopback, port, _end.Token);
            near.NoDelay = far.NoDelay = true;
            await Task.WhenAny(Pump(near, far, from, to), Pump(far, near, to, from));
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
        {
            // One end is gone: so goes the other.
        }
    }

    private async Task Pump(TcpClient source, TcpClient target, int from, int to)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await source.GetStream().ReadAsync(buffer, _end.Token)) > 0)
        {
            var mended = Volatile.Read(ref _mended);
            while (_cuts.Contains((from, to)))
            {
                await mended.Task.WaitAsync(_end.Token);
                mended = Volatile.Read(ref _mended);
            }

            await target.GetStream().WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }

    /// <summary>The node that has opened a connection.</summary>
    private async Task<int> WaitForOwner(TcpClient client)
    {
        var (from, to) = ((IPEndPoint)client.Client.RemoteEndPoint!, (IPEndPoint)client.Client.LocalEndPoint!);
        while (!_end.IsCancellationRequested)
        {
            if (Inode(from.Port, to.Port) is not { } inode)
                break;   // the process has ended meanwhile

            var socket = $"socket:[{inode}]";
            lock (_processes)
            {
                var node = _processes.FindIndex(process => Has(process, socket));
                if (node >= 0)
                    return node;
            }

            await Task.Delay(5, _end.Token);   // the process is not named yet
        }

        throw new OperationCanceledException();
    }

    // Both ports: connections to different ends may share one.
    private static string? Inode(int localPort, int remotePort)
    {
        var (local, remote) = ($":{localPort:X4}", $":{remotePort:X4}");
        return File.ReadLines("/proc/net/tcp").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(fields => fields[1].EndsWith(local, StringComparison.Ordinal)
                && fields[2].EndsWith(remote, StringComparison.Ordinal) && fields[9] != "0")?[9];
    }

    private static bool Has(int process, string socket)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => File.ResolveLinkTarget(file, false)?.Name == socket);
        }
        catch (IOException)
        {
            return false;   // it has ended, or closed one meanwhile
        }
    }
}
