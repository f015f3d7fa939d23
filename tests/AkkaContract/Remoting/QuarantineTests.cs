namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Event;
using Akka.Remote;

[Trait("promise", "remoting")]
public sealed class QuarantineTests : RemotingTest
{
    [Fact]
    public void What_is_sent_to_a_quarantined_system_becomes_a_dead_letter_until_it_has_been_restarted()
    {
        var port = FreePort.Next();
        var other = StartOther("other", $"akka.remote.dot-netty.tcp.port = {port}\n");
        Echo(other, "echo");
        var echo = Sys.ActorSelection($"{AddressOf(other)}/user/echo");
        echo.Tell("before", TestActor);
        ExpectMsg("before");
        var events = CreateTestProbe();
        Sys.EventStream.Subscribe(events, typeof(QuarantinedEvent));
        var othersEvents = CreateTestProbe();
        ForwardEvents<ThisActorSystemQuarantinedEvent>(other, othersEvents);

        Quarantine(other);

        var quarantined = events.ExpectMsg<QuarantinedEvent>();
        Assert.Equal(AddressOf(other), quarantined.Address);
        Assert.Equal(AddressUidExtension.Uid(other), quarantined.Uid);
        Assert.Equal(AddressOf(Sys), othersEvents.ExpectMsg<ThisActorSystemQuarantinedEvent>().RemoteAddress);
        echo.Tell("into quarantine", TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(500));

        End(other);
        var restarted = StartOther("other", $"akka.remote.dot-netty.tcp.port = {port}\n");
        Echo(restarted, "echo");
        AwaitAssert(() =>
        {
            echo.Tell("after", TestActor);
            ExpectMsg("after", TimeSpan.FromMilliseconds(500));
        }, Deadline);
    }

    [Fact]
    public void What_a_quarantined_system_sends_does_not_arrive()
    {
        var other = StartOther();
        Echo(other, "echo");
        Sys.ActorSelection($"{AddressOf(other)}/user/echo").Tell("before", TestActor);
        ExpectMsg("before");

        Quarantine(other);
        Reach(other, TestActor, Sys).Tell("from quarantine", ActorRefs.NoSender);

        ExpectNoMsg(TimeSpan.FromMilliseconds(700));
    }

    [Fact]
    public void A_system_that_does_not_acknowledge_system_messages_is_quarantined_when_their_buffer_is_full()
    {
        var port = FreePort.Next();
        using var relay = new Relay(port);
        var other = StartOther("other", $"akka.remote.dot-netty.tcp {{ port = {port}, public-port = {relay.Port} }}\n");
        var small = StartOther("small", """
            akka.remote {
              system-message-buffer-size = 10
              watch-failure-detector.acceptable-heartbeat-pause = 60 s
            }
            """);
        var watchees = Enumerable.Range(0, 20).Select(_ => Reach(small, Echo(other), other)).ToArray();
        var watcher = ActIn(small, (context, message) =>
        {
            if (message is IActorRef watchee)
                context.Watch(watchee);
            else
                TestActor.Tell(message);
        });
        watchees[0].Tell("hello", watcher);
        ExpectMsg("hello");
        ForwardEvents<QuarantinedEvent>(small, TestActor);

        relay.Pause();
        foreach (var watchee in watchees)
            watcher.Tell(watchee, ActorRefs.NoSender);

        Assert.Equal(AddressUidExtension.Uid(other), ExpectMsg<QuarantinedEvent>().Uid);
        relay.Resume();
    }

    private void Quarantine(ActorSystem system) =>
        ((IRemoteActorRefProvider)((ExtendedActorSystem)Sys).Provider).Quarantine(AddressOf(system), AddressUidExtension.Uid(system));

    private static void ForwardEvents<T>(ActorSystem system, IActorRef to) =>
        system.EventStream.Subscribe(ActIn(system, (_, message) => to.Tell(message)), typeof(T));
}
