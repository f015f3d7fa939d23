namespace Akka.Flink.Shared.Networks;

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

/// <summary>Ports of loopback that nobody listens on.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port that this process has not been given before: who was may still be about to use it.</summary>
    public static int Next()
    {
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            if (Given.TryAdd(port, true))
                return port;
        }
    }
}
