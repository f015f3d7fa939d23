namespace Akka.Flink.AkkaContract.Tests.Remoting;

using System.Net;
using System.Net.Sockets;
using Akka.Actor;

[Trait("promise", "remoting")]
public sealed class ForeignFrameTests() : RemotingTest("akka.remote.handshake-timeout = 1 s\n")
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("\u0000\u0000\u0000\u0000")]
    [InlineData("\u0004\u0000\u0000\u0000\u007f\u007f\u007f\u007f")]
    [InlineData("\u0002\u0000\u0000\u0000\n\u007f")]
    public void A_connection_that_sends_garbage_is_closed(string garbage)
    {
        using var stranger = Connect();

        stranger.Send(garbage.Select(c => (byte)c).ToArray());

        AssertClosed(stranger);
        AssertStillWorks();
    }

    [Fact]
    public void A_connection_whose_frame_is_longer_than_allowed_is_closed()
    {
        using var stranger = Connect();

        stranger.Send([.. BitConverter.GetBytes(100_000_000), 1, 2, 3]);

        AssertClosed(stranger);
        AssertStillWorks();
    }

    [Fact]
    public void A_connection_that_ends_in_the_middle_of_a_frame_is_closed()
    {
        using var stranger = Connect();

        stranger.Send([.. BitConverter.GetBytes(1_000), 1, 2, 3]);
        stranger.Shutdown(SocketShutdown.Send);

        AssertClosed(stranger);
        AssertStillWorks();
    }

    [Fact]
    public void A_connection_that_says_nothing_is_closed_after_the_time_for_the_handshake()
    {
        using var stranger = Connect();

        AssertClosed(stranger);
        AssertStillWorks();
    }

    [Fact]
    public void Random_bytes_do_no_harm()
    {
        var random = new Random(20_240_801);
        for (var i = 0; i < 100; i++)
        {
            using var stranger = Connect();
            var bytes = new byte[random.Next(1, 3_000)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
                BitConverter.GetBytes(bytes.Length).CopyTo(bytes.AsSpan(0, Math.Min(4, bytes.Length)));
            stranger.Send(bytes);
        }

        AssertStillWorks();
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, AddressOf(Sys).Port!.Value);
        socket.ReceiveTimeout = (int)Deadline.TotalMilliseconds;
        return socket;
    }

    private static void AssertClosed(Socket socket)
    {
        var buffer = new byte[1_024];
        try
        {
            while (socket.Receive(buffer) > 0)
            {
                // What it says before it closes does not matter.
            }
        }
        catch (SocketException cause)
        {
            Assert.Equal(SocketError.ConnectionReset, cause.SocketErrorCode);
        }
    }

    private void AssertStillWorks()
    {
        var echo = Reach(StartOther(), Echo(Sys), Sys);
        echo.Tell("well", Reach(((InternalActorRefBase)echo).Provider.Settings.System, TestActor, Sys));
        ExpectMsg("well");
    }
}
