namespace Akka.Flink.Cluster.Tests.Support;

using System.Net;
using System.Net.Sockets;

/// <summary>Ports that nobody listens on.</summary>
internal static class Ports
{
    /// <summary>A free port of loopback; another process could take it before it is used, which fails the test that asked.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
