namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;
using Akka.Configuration;

/// <summary>Messages between two systems over loopback: bursts one way, small and of 64 KiB, and small ones back and forth.</summary>
internal static class RemoteThroughput
{
    private const int Granted = 10;
    private const int Pairs = 30;
    private const int Hits = 5_000;
    private const int LargeBytes = 64 * 1024;

    public static async Task<IReadOnlyList<Result>> Run()
    {
        using var near = Start("near");
        using var far = Start("far");

        var small = await OneWay(near, far, "small message", burst: 1_000, bursts: 500);
        var large = await OneWay(near, far, new byte[LargeBytes], burst: 16, bursts: 500);
        var pingPong = await Measure.RateAsync(2L * Pairs * Hits, () => PingPong(near, far));
        await near.Terminate();
        await far.Terminate();
        return
        [
            new Result("Tell to another system, small messages", small / 1e3, "K/s", Bound: 265, Official: 530),
            new Result("Tell to another system, 64 KiB messages", large * LargeBytes / 1e6, "MB/s", Bound: 420, Official: 840),
            new Result("30 pairs back and forth, both directions", pingPong / 1e3, "K/s", Bound: 100, Official: 200),
        ];
    }

    private static ActorSystem Start(string name) => ActorSystem.Create(name, ConfigurationFactory.ParseString("""
        akka.log-dead-letters = off
        akka.loglevel = WARNING
        akka.actor.provider = remote
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """));

    private static async Task<double> OneWay(ActorSystem near, ActorSystem far, object message, int burst, int bursts) =>
        await Measure.RateAsync((long)burst * bursts, async () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var receiver = far.ActorOf(Props.Create(() => new Counter(burst, bursts, done)));
            var sender = near.ActorOf(Props.Create(() => new Burster(Seen(receiver, far, near), message, burst, bursts)));
            sender.Tell("start");
            await done.Task;
            near.Stop(sender);
            far.Stop(receiver);
        });

    private static async Task PingPong(ActorSystem near, ActorSystem far)
    {
        var ends = new Task[Pairs];
        for (var i = 0; i < Pairs; i++)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            ends[i] = done.Task;
            var echo = far.ActorOf(Props.Create(() => new Echo()));
            near.ActorOf(Props.Create(() => new Pinger(Seen(echo, far, near), done))).Tell("start");
        }

        await Task.WhenAll(ends);
    }

    private static IActorRef Seen(IActorRef actor, ActorSystem system, ActorSystem from) =>
        ((ExtendedActorSystem)from).Provider.ResolveActorRef(
            actor.Path.ToSerializationFormatWithAddress(((ExtendedActorSystem)system).Provider.DefaultAddress));

    private sealed class Burster(IActorRef receiver, object message, int burst, int bursts) : UntypedActor
    {
        private int _left = bursts;

        protected override void OnReceive(object grant)
        {
            var granted = grant is "start" ? Granted : 1;
            for (var i = 0; i < granted && _left > 0; i++, _left--)
            {
                for (var j = 0; j < burst; j++)
                    receiver.Tell(message, Self);
            }
        }
    }

    private sealed class Counter(int burst, int bursts, TaskCompletionSource done) : UntypedActor
    {
        private long _received;

        protected override void OnReceive(object message)
        {
            _received++;
            if (_received % burst == 0)
                Sender.Tell("go on");
            if (_received == (long)burst * bursts)
                done.SetResult();
        }
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Pinger(IActorRef echo, TaskCompletionSource done) : UntypedActor
    {
        private int _left = Hits;

        protected override void OnReceive(object message)
        {
            if (_left-- > 0)
                echo.Tell("hit", Self);
            else
                done.SetResult();
        }
    }
}
