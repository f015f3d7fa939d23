namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;
using Akka.Configuration;

/// <summary>Messages to the entities of one node, through its region and shards: bursts, each granted when one has arrived.</summary>
internal static class ShardingThroughput
{
    private const int Shards = 10;
    private const int Entities = 100;
    private const int Burst = 1_000;
    private const int Granted = 20;
    private const int Bursts = 2_000;
    private const long Messages = (long)Burst * Bursts;

    public static async Task<Result> Run()
    {
        var config = ConfigurationFactory.ParseString("""
            akka {
              loglevel = WARNING
              log-dead-letters = off
              actor.provider = cluster
              coordinated-shutdown.run-by-clr-shutdown-hook = off
              remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
              cluster.sharding.passivate-idle-entity-after = off
            }
            """);
        using var system = ActorSystem.Create("sharding", config.WithFallback(ClusterSharding.DefaultConfig()));
        var cluster = Cluster.Get(system);
        await cluster.JoinAsync(cluster.SelfAddress);
        var sharding = ClusterSharding.Get(system);
        var region = await sharding.StartAsync("counting", Props.Create(() => new Entity()), sharding.Settings, new ByEntity());

        var rate = await Measure.RateAsync(Messages, () => SendAll(system, region));
        await system.Terminate();
        return new Result("Sharding, messages to local entities", rate / 1e6, ChannelCalibrator.Unit, Bound: 2.4, Official: 4.8);
    }

    private static async Task SendAll(ActorSystem system, IActorRef region)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sender = system.ActorOf(Props.Create(() => new Sender(region, done)));
        await done.Task;
        system.Stop(sender);
    }

    private sealed class Item(string entityId, bool isLast)
    {
        public string EntityId { get; } = entityId;

        /// <summary>Of its burst.</summary>
        public bool IsLast { get; } = isLast;
    }

    private sealed class Grant
    {
        public static readonly Grant Instance = new();
    }

    private sealed class ByEntity() : HashCodeMessageExtractor(Shards)
    {
        public override string EntityId(object message) => (message as Item)?.EntityId!;
    }

    private sealed class Sender : UntypedActor
    {
        private readonly Item[] _burst = [.. Enumerable.Range(0, Burst).Select(i => new Item($"{i % Entities}", i == Burst - 1))];
        private readonly IActorRef _region;
        private readonly TaskCompletionSource _done;
        private int _sent;
        private int _received;

        public Sender(IActorRef region, TaskCompletionSource done)
        {
            _region = region;
            _done = done;
        }

        protected override void PreStart()
        {
            for (var i = 0; i < Granted; i++)
                SendBurst();
        }

        protected override void OnReceive(object message)
        {
            _received++;
            if (_sent < Bursts)
                SendBurst();
            if (_received == Bursts)
                _done.SetResult();
        }

        private void SendBurst()
        {
            _sent++;
            foreach (var item in _burst)
                _region.Tell(item, Self);
        }
    }

    private sealed class Entity : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (((Item)message).IsLast)
                Sender.Tell(Grant.Instance);
        }
    }
}
