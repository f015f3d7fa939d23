namespace Akka.Flink.Shared.Networks;

using System.Net;
using System.Net.Sockets;

/// <summary>Ports of loopback that nobody listens on, or will before this process has ended.</summary>
/// <remarks>They lie below those that Linux gives, unless told otherwise, to whoever asks for any, such as outgoing connections: one of
/// these would otherwise take a port before its owner listens, or while that is being restarted. Other processes with tests see by a locked
/// file that a port is given.</remarks>
public static class FreePort
{
    private const int First = 10_000;
    private const int Count = 10_000;

    private static readonly List<FileStream> Claims = [];
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"akka-flink-ports-{Environment.UserName}");

    /// <summary>A port that nobody has been given.</summary>
    public static int Next()
    {
        Directory.CreateDirectory(Folder);
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + Random.Shared.Next(Count);
            if (TryClaim(port) && IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"No port from {First} on is free, or '{Folder}' cannot be written.");
    }

    private static bool TryClaim(int port)
    {
        try
        {
            var claim = new FileStream(Path.Combine(Folder, $"{port}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            lock (Claims)
                Claims.Add(claim);   // a port that is not free stays claimed as well: it is no use to others
            return true;
        }
        catch (IOException)
        {
            return false;   // somebody has locked it; if it is something else, Next says so when it has tried all
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;   // that is the answer: somebody listens there
        }
    }
}
