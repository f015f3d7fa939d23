namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Remote;

[Trait("promise", "remoting")]
public sealed class CrashAcrossTests : RemotingTest
{
    private const string Config = "akka.loglevel = OFF\nakka.stdout-loglevel = OFF\nakka.actor.provider = remote\n"
        + "akka.remote.dot-netty.tcp.hostname = \"127.0.0.1\"\n";

    [Fact]
    public void An_actor_of_a_killed_process_is_reported_dead_and_the_system_quarantined()
    {
        using var process = new RemoteProcess(Config + "akka.remote.dot-netty.tcp.port = 0\n");
        var echo = WatchEcho(process);
        var quarantined = CreateTestProbe();
        Sys.EventStream.Subscribe(quarantined, typeof(QuarantinedEvent));

        process.Kill();

        Assert.True(ExpectTerminated(echo, Deadline).AddressTerminated);
        Assert.Equal(echo.Path.Address, quarantined.ExpectMsg<QuarantinedEvent>().Address);
    }

    [Fact]
    public void A_process_that_takes_the_address_of_a_killed_one_is_reached_and_its_actor_is_another_one()
    {
        var port = FreePort.Next();
        var config = $"{Config}akka.remote.dot-netty.tcp.port = {port}\n";
        IActorRef former;
        using (var killed = new RemoteProcess(config))
        {
            former = WatchEcho(killed);
        }

        using var next = new RemoteProcess(config);

        ExpectTerminated(former, Deadline);
        AwaitAssert(() =>
        {
            Sys.ActorSelection(next.EchoPath).Tell("again", TestActor);
            ExpectMsg("again", TimeSpan.FromMilliseconds(500));
        }, Deadline);
        Assert.NotEqual(former, LastSender);
        Assert.Equal(former.Path, LastSender.Path);
    }

    [Fact]
    public void A_process_that_stands_still_for_less_than_the_pause_is_not_given_up()
    {
        using var process = new RemoteProcess(Config + "akka.remote.dot-netty.tcp.port = 0\n");
        var echo = WatchEcho(process);

        process.Freeze();
        ExpectNoMsg(TimeSpan.FromSeconds(1));
        process.Thaw();

        echo.Tell("awake", TestActor);
        ExpectMsg("awake");
        ExpectNoMsg(TimeSpan.FromMilliseconds(500));
    }

    private IActorRef WatchEcho(RemoteProcess process)
    {
        var echo = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef(process.EchoPath);
        Watch(echo);
        echo.Tell("runs", TestActor);
        ExpectMsg("runs");

        // Heartbeats go to and fro before anything happens.
        ExpectNoMsg(TimeSpan.FromMilliseconds(600));
        return echo;
    }
}
