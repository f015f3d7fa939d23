namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Remote;

[Trait("promise", "remoting")]
public sealed class SilentConnectionTests() : RemotingTest(Beats)
{
    private const string Beats = """
        akka.remote.transport-failure-detector { heartbeat-interval = 100 ms, acceptable-heartbeat-pause = 1 s }

        """;

    [Fact]
    public void A_connection_on_which_nothing_comes_any_more_is_ended_and_made_anew()
    {
        var port = FreePort.Next();
        using var relay = new Relay(port);
        var other = StartOther("other", $"{Beats}akka.remote.dot-netty.tcp {{ port = {port}, public-port = {relay.Port} }}\n");
        var echo = Reach(Sys, Echo(other), other);
        var ended = CreateTestProbe();
        Sys.EventStream.Subscribe(ended, typeof(DisassociatedEvent));
        echo.Tell("hello", TestActor);
        ExpectMsg("hello");

        relay.Pause();

        Assert.Equal(AddressOf(other), ended.ExpectMsg<DisassociatedEvent>().RemoteAddress);
        relay.Resume();
        AwaitAssert(() =>
        {
            echo.Tell("again", TestActor);
            ExpectMsg("again", TimeSpan.FromMilliseconds(500));
        }, Deadline);
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public void A_connection_without_messages_stays_for_its_heartbeats(string passive)
    {
        var other = StartOther("other", $"{Beats}akka.remote.use-passive-connections = {passive}\n");
        var echo = Reach(Sys, ActIn(other, (_, message) => TestActor.Tell(message)), other);
        var ended = CreateTestProbe();
        Sys.EventStream.Subscribe(ended, typeof(DisassociatedEvent));
        echo.Tell("hello", TestActor);
        ExpectMsg("hello");

        ended.ExpectNoMsg(TimeSpan.FromSeconds(2));
    }
}
