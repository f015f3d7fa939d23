namespace Akka.Flink.AkkaContract.Tests.Bundled;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Remoting;
using Akka.TestKit;

/// <summary>The bundled provider bounds what waits for one connection; the official one keeps it all.</summary>
[Trait("promise", "remoting")]
public sealed class SlowReaderTests() : RemotingTest("akka.remote.dot-netty.tcp.write-buffer-high-water-mark = 4 MiB\n")
{
    private const int Size = 64 * 1024;
    private const int Messages = 4_000;
    private const int Held = 40 << 20;   // of the 256 MB that are sent

    [Fact]
    public void What_waits_for_a_system_that_does_not_read_is_bounded_and_the_rest_is_dropped()
    {
        var port = FreePort.Next();
        using var relay = new Relay(port);
        var other = StartOther("other", $"akka.remote.dot-netty.tcp {{ port = {port}, public-port = {relay.Port} }}\n");
        var probe = CreateTestProbe();
        var received = 0;
        var receiver = Reach(Sys, ActIn(other, (context, message) =>
        {
            received += message is byte[] ? 1 : 0;
            if (message is "how many")
                context.Sender.Tell(received, context.Self);
        }), other);
        Assert.Equal(0, Ask(receiver, probe));

        // Counts them and lets them go: what keeps them would be what the test measures.
        var lost = 0;
        Sys.EventStream.Subscribe(Act((_, _) => Interlocked.Increment(ref lost)), typeof(Dropped));

        relay.Pause();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Messages; i++)
            receiver.Tell(new byte[Size], ActorRefs.NoSender);
        AwaitAssert(() => Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, Held), Deadline);
        relay.Resume();

        AwaitAssert(
            () => Assert.Equal(Messages, Volatile.Read(ref lost) + Ask(receiver, probe)), Deadline, TimeSpan.FromMilliseconds(200));
        Assert.InRange(lost, Messages * 9 / 10, Messages);
    }

    private static int Ask(IActorRef counter, TestProbe probe)
    {
        counter.Tell("how many", probe);
        return (int)probe.FishForMessage(message => message is int, Deadline);
    }
}
