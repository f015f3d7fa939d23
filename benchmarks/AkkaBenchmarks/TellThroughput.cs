namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;

/// <summary>Tell between two actors: one sends bursts, the other counts them and grants the next ones, so that none waits.</summary>
internal static class TellThroughput
{
    private const int Burst = 1_000;
    private const int Granted = 20;
    private const int Bursts = 10_000;
    private const long Messages = (long)Burst * Bursts;

    public static async Task<Result> Run(bool newObjectEach)
    {
        using var system = ActorSystem.Create("tell", "akka.log-dead-letters = off");   // the last grants find nobody
        var rate = await Measure.RateAsync(Messages, () => SendAll(system, newObjectEach));
        await system.Terminate();
        return newObjectEach
            ? new Result("Tell between two actors, a new object each", rate / 1e6, ChannelCalibrator.Unit, Bound: 5.5, Official: 11)
            : new Result("Tell between two actors", rate / 1e6, ChannelCalibrator.Unit, Bound: 10, Official: 20);
    }

    private static async Task SendAll(ActorSystem system, bool newObjectEach)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var receiver = system.ActorOf(Props.Create(() => new Receiver(done)));
        var sender = system.ActorOf(Props.Create(() => new Sender(receiver, newObjectEach)));
        sender.Tell(Start.Instance);
        await done.Task;
        system.Stop(sender);
        system.Stop(receiver);
    }

    private sealed class Start
    {
        public static readonly Start Instance = new();
    }

    private sealed class Grant
    {
        public static readonly Grant Instance = new();
    }

    private sealed class Item
    {
        public static readonly Item Instance = new();
    }

    private sealed class Sender : UntypedActor
    {
        private readonly IActorRef _receiver;
        private readonly bool _newObjectEach;
        private int _left = Bursts;

        public Sender(IActorRef receiver, bool newObjectEach)
        {
            _receiver = receiver;
            _newObjectEach = newObjectEach;
        }

        protected override void OnReceive(object message)
        {
            var bursts = message is Start ? Granted : 1;
            for (var i = 0; i < bursts && _left > 0; i++, _left--)
                SendBurst(Self);
        }

        private void SendBurst(IActorRef self)
        {
            for (var i = 0; i < Burst; i++)
                _receiver.Tell(_newObjectEach ? new Item() : Item.Instance, self);
        }
    }

    private sealed class Receiver : UntypedActor
    {
        private readonly TaskCompletionSource _done;
        private long _received;

        public Receiver(TaskCompletionSource done) => _done = done;

        protected override void OnReceive(object message)
        {
            _received++;
            if (_received % Burst == 0)
                Sender.Tell(Grant.Instance);
            if (_received == Messages)
                _done.SetResult();
        }
    }
}
