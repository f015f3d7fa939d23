namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Remote;

[Trait("promise", "remoting")]
public sealed class BrokenConnectionTests : RemotingTest
{
    [Fact]
    public void The_end_of_an_actor_is_told_though_the_connection_broke_before()
    {
        var (other, relay) = StartBehindRelay();
        using var _ = relay;
        var local = Enumerable.Range(0, 50).Select(i => Echo(other, $"echo{i}")).ToArray();
        var remote = local.Select(actor => Reach(Sys, actor, other)).ToArray();
        foreach (var actor in remote)
        {
            Watch(actor);
            actor.Tell("runs", TestActor);
            ExpectMsg("runs");
        }

        relay.Pause();
        foreach (var actor in local)
            other.Stop(actor);
        relay.Cut();
        relay.Resume();

        var terminated = remote.Select(_ => ExpectMsg<Terminated>(Deadline)).ToArray();
        Assert.Equal(remote.Select(actor => actor.Path).Order(), terminated.Select(message => message.ActorRef.Path).Order());
        Assert.DoesNotContain(terminated, message => message.AddressTerminated);
    }

    [Fact]
    public void Messages_that_arrive_across_a_broken_connection_are_in_order_and_none_comes_twice()
    {
        var (other, relay) = StartBehindRelay();
        using var _ = relay;
        var receiver = Reach(Sys, ActIn(other, (_, message) => TestActor.Tell(message)), other);
        var last = -1;
        var number = 0;

        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 2_000; i++)
                receiver.Tell(number++, TestActor);
            relay.Cut();
            AwaitAssert(() =>
            {
                receiver.Tell(number++, TestActor);
                Take(TimeSpan.FromMilliseconds(300));
            }, Deadline);
        }

        void Take(TimeSpan patience)
        {
            for (var some = ExpectMsg<int>(patience); ; some = (int)ReceiveOne(Silence))
            {
                Assert.True(some > last, $"{some} came after {last}");
                last = some;
                if (!HasMessages)
                    return;
            }
        }
    }

    [Fact]
    public void A_node_that_falls_silent_is_given_up_and_quarantined()
    {
        var (other, relay) = StartBehindRelay();
        using var _ = relay;
        var events = CreateTestProbe();
        Sys.EventStream.Subscribe(events, typeof(QuarantinedEvent));
        var echo = Reach(Sys, Echo(other), other);
        Watch(echo);
        echo.Tell("runs", TestActor);
        ExpectMsg("runs");
        var wait = CreateTestProbe();

        // The detector learns the rhythm of the heartbeats first.
        wait.ExpectNoMsg(TimeSpan.FromMilliseconds(600));
        relay.Pause();

        Assert.True(ExpectTerminated(echo, Deadline).AddressTerminated);
        Assert.Equal(AddressUidExtension.Uid(other), events.ExpectMsg<QuarantinedEvent>().Uid);
        relay.Resume();
    }

    /// <summary>Another system that the others reach by way of a relay only.</summary>
    private (ActorSystem Other, Relay Relay) StartBehindRelay()
    {
        var port = FreePort.Next();
        var relay = new Relay(port);
        var other = StartOther("other", $"akka.remote.dot-netty.tcp {{ port = {port}, public-port = {relay.Port} }}\n");
        return (other, relay);
    }
}
