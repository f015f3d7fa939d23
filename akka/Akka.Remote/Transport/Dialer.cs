namespace Akka.Remote.Transport;

using System.Net;
using System.Net.Sockets;
using Akka.Actor;

/// <summary>Opens connections to other systems.</summary>
internal static class Dialer
{
    public static Connection Connect(Remoting remoting, Address address)
    {
        if (address.Protocol != remoting.Tcp.Protocol)
        {
            throw RemotingErrors.CannotConnect(
                address, $"its protocol is [{address.Protocol}], and that of this system [{remoting.Tcp.Protocol}].");
        }

        var endPoint = Resolve(address, remoting.Tcp);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        remoting.Configure(socket);

        // A blocking connect knows no timeout but the system's; one that is not would leave the socket in its slower mode for good.
        var isLate = false;
        using var watchdog = new Timer(GiveUp, null, remoting.Tcp.ConnectTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            socket.Connect(endPoint);
            var stream = remoting.Tls.OfClient(new NetworkStream(socket), address.Host);
            return new Connection(remoting, socket, stream, isInbound: false);
        }
        catch (Exception cause) when (Volatile.Read(ref isLate))
        {
            throw RemotingErrors.CannotConnect(
                address,
                $"there was no answer within 'akka.remote.dot-netty.tcp.connection-timeout', {remoting.Tcp.ConnectTimeout}.",
                cause);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        void GiveUp(object state)
        {
            Volatile.Write(ref isLate, true);
            socket.Dispose();
        }
    }

    public static IPEndPoint Resolve(string host, int port, TcpSettings settings)
    {
        if (!IPAddress.TryParse(host, out var address))
        {
            var preferred = settings.PrefersIpV6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
            var found = settings.EnforcesIpFamily ? Dns.GetHostAddresses(host, preferred) : Dns.GetHostAddresses(host);
            address = Array.Find(found, one => one.AddressFamily == preferred) ?? (found.Length > 0 ? found[0] : null);
        }

        return address is null
            ? throw RemotingErrors.Protocol($"Host [{host}] has no address of the family that 'enforce-ip-family' demands.")
            : new IPEndPoint(address, port);
    }

    private static IPEndPoint Resolve(Address address, TcpSettings settings) => Resolve(address.Host, address.Port.Value, settings);
}
