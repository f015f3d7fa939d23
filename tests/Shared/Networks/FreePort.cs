namespace Akka.Flink.Shared.Networks;

using System.Net;
using System.Net.Sockets;

/// <summary>Ports of loopback that nobody listens on.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
