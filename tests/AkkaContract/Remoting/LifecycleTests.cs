namespace Akka.Flink.AkkaContract.Tests.Remoting;

using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.Remote;

[Trait("promise", "remoting")]
public sealed class LifecycleTests : RemotingTest
{
    [Fact]
    public void The_begin_and_the_end_of_an_association_are_published()
    {
        var events = CreateTestProbe();
        Sys.EventStream.Subscribe(events, typeof(AssociatedEvent));
        Sys.EventStream.Subscribe(events, typeof(DisassociatedEvent));
        var other = StartOther();
        var echo = Reach(Sys, Echo(other), other);
        echo.Tell("hello", TestActor);
        ExpectMsg("hello");

        var associated = events.ExpectMsg<AssociatedEvent>();
        Assert.Equal((AddressOf(Sys), AddressOf(other), false), (associated.LocalAddress, associated.RemoteAddress, associated.IsInbound));
        End(other);

        Assert.Equal(AddressOf(other), events.ExpectMsg<DisassociatedEvent>().RemoteAddress);
    }

    [Fact]
    public void A_system_without_a_port_of_its_own_gets_one_and_says_so()
    {
        var address = AddressOf(Sys);

        Assert.Equal(("akka.tcp", "127.0.0.1"), (address.Protocol, address.Host));
        Assert.InRange(address.Port!.Value, 1, 65_535);
    }

    [Fact]
    public void A_port_that_is_taken_stops_the_start()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var failure = Assert.ThrowsAny<Exception>(() => StartOther("late", $"akka.remote.dot-netty.tcp.port = {port}\n"));

        Assert.Contains(port.ToString(), failure.ToString());
    }

    [Fact]
    public void What_is_sent_to_where_nobody_listens_becomes_a_dead_letter_and_arrives_once_somebody_does()
    {
        var port = FreePort.Next();
        var errors = CreateTestProbe();
        Sys.EventStream.Subscribe(errors, typeof(AssociationErrorEvent));
        var echo = Sys.ActorSelection($"akka.tcp://other@127.0.0.1:{port}/user/echo");

        echo.Tell("lost", TestActor);
        Assert.Equal(port, errors.ExpectMsg<AssociationErrorEvent>().RemoteAddress.Port);
        Echo(StartOther("other", $"akka.remote.dot-netty.tcp.port = {port}\n"), "echo");

        AwaitAssert(() =>
        {
            echo.Tell("found", TestActor);
            ExpectMsg("found", TimeSpan.FromMilliseconds(500));
        }, Deadline);
    }

    [Fact]
    public void A_system_that_is_restarted_at_its_address_is_reached_and_its_former_actors_are_reported_dead()
    {
        var port = FreePort.Next();
        var config = $"akka.remote.dot-netty.tcp.port = {port}\n";
        var first = StartOther("other", config);
        var former = Reach(Sys, Echo(first, "echo"), first);
        Watch(former);
        former.Tell("hello", TestActor);
        ExpectMsg("hello");

        End(first);
        Echo(StartOther("other", config), "echo");

        ExpectTerminated(former, Deadline);
        AwaitAssert(() =>
        {
            Sys.ActorSelection(former.Path.ToString()).Tell("again", TestActor);
            ExpectMsg("again", TimeSpan.FromMilliseconds(500));
        }, Deadline);
        former.Tell("to the dead", TestActor);
        ExpectNoMsg(Silence);
    }

    [Fact]
    public async Task What_was_said_before_the_end_of_the_system_still_arrives()
    {
        var other = StartOther();
        var receiver = Reach(other, TestActor, Sys);
        var talker = ActIn(other, (context, _) =>
        {
            for (var i = 0; i < 1_000; i++)
                receiver.Tell(i, context.Self);
            context.Sender.Tell("said", context.Self);
        });

        Assert.Equal("said", await talker.Ask<string>("talk", Deadline));
        End(other);

        for (var i = 0; i < 1_000; i++)
            ExpectMsg(i);
    }
}
