namespace Akka.Flink.AkkaContract.Tests.Remoting;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

/// <summary>Order and death watch under connections that break again and again, in each way that two systems can be connected.</summary>
[Trait("promise", "remoting")]
[Trait("run", "full")]
public sealed class ConnectionMatrixTests : RemotingTest
{
    private const int Rounds = 20;
    private const int Burst = 2_000;
    private const int Watched = 200;

    [Theory]
    [InlineData("on", "on")]
    [InlineData("on", "off")]
    [InlineData("off", "on")]
    [InlineData("off", "off")]
    public void Messages_stay_in_order_and_every_end_is_told(string passiveHere, string passiveThere)
    {
        var (herePort, therePort) = (FreePort.Next(), FreePort.Next());
        using var toHere = new Relay(herePort);
        using var toThere = new Relay(therePort);
        var here = StartOther("here", Config(herePort, toHere.Port, passiveHere));
        var there = StartOther("there", Config(therePort, toThere.Port, passiveThere));
        var fromHere = new InOrder();
        var fromThere = new InOrder();
        var receivers = new[]
        {
            Reach(here, ActIn(there, (_, message) => fromHere.Take((int)message)), there),
            Reach(there, ActIn(here, (_, message) => fromThere.Take((int)message)), here),
        };
        var mortals = Enumerable.Range(0, Watched).Select(_ => Echo(there)).ToArray();
        var ended = 0;
        var watcher = here.ActorOf(new Script
        {
            Started = context =>
            {
                foreach (var mortal in mortals)
                    context.Watch(Reach(here, mortal, there));
            },
            Receive = (_, message) => Interlocked.Add(ref ended, message is Terminated { AddressTerminated: false } ? 1 : 0),
        }.ToProps());
        for (var round = 0; round < Rounds; round++)
        {
            var next = SendBurst(receivers, round);
            foreach (var mortal in mortals.Skip(round * Watched / Rounds).Take(Watched / Rounds))
                there.Stop(mortal);
            (round % 2 == 0 ? toHere : toThere).Cut();
            AwaitAssert(() =>
            {
                foreach (var receiver in receivers)
                    receiver.Tell(next, ActorRefs.NoSender);
                Assert.True(fromHere.Last >= next - 1 && fromThere.Last >= next - 1);
            }, Deadline, TimeSpan.FromMilliseconds(100));
        }

        AwaitAssert(() => Assert.Equal(Watched, Volatile.Read(ref ended)), Deadline);
        Assert.Equal((0, 0), (fromHere.Wrong, fromThere.Wrong));
    }

    private static int SendBurst(IActorRef[] receivers, int round)
    {
        for (var number = round * Burst; number < (round + 1) * Burst; number++)
        {
            foreach (var receiver in receivers)
                receiver.Tell(number, ActorRefs.NoSender);
        }

        return (round + 1) * Burst;
    }

    private static string Config(int port, int publicPort, string passive) => $$"""
        akka.remote {
          use-passive-connections = {{passive}}
          watch-failure-detector.acceptable-heartbeat-pause = 20 s
          dot-netty.tcp { port = {{port}}, public-port = {{publicPort}} }
        }

        """;

    /// <summary>Looks at numbers that may be missing and repeat the last one, but never go back.</summary>
    private sealed class InOrder
    {
        private int _last = -1;

        public int Last => Volatile.Read(ref _last);

        public int Wrong { get; private set; }

        public void Take(int number)
        {
            if (number < _last)
                Wrong++;
            Volatile.Write(ref _last, number);
        }
    }
}
