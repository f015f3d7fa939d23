namespace Akka.Cluster.Sharding;

using Akka.Actor;
using static Akka.Cluster.Sharding.ShardingProtocol;

/// <summary>Stops one shard: makes all regions forget it, then its home hand it off. Tells the coordinator whether that was done.</summary>
internal sealed class RebalanceWorker : ReceiveActor, IWithTimers
{
    private readonly HashSet<IActorRef> _remaining;
    private readonly string _shard;
    private readonly IActorRef _from;
    private readonly TimeSpan _timeout;

    public RebalanceWorker(string shard, IActorRef from, IReadOnlyCollection<IActorRef> regions, TimeSpan timeout)
    {
        _shard = shard;
        _from = from;
        _timeout = timeout;
        _remaining = [.. regions];

        Receive<BeginHandOffAck>(ack => ack.Shard == _shard, _ => Acknowledge(Sender));
        Receive<RegionGone>(gone =>
        {
            if (gone.Region.Equals(_from))
                Finish(isDone: true);
            else
                Acknowledge(gone.Region);
        });
        Receive<ShardStopped>(stopped => stopped.Shard == _shard, _ => Finish(isDone: true));
        Receive<TimedOut>(_ => Finish(isDone: false));
    }

    public ITimerScheduler Timers { get; set; }

    public static Props Props(string shard, IActorRef from, IReadOnlyCollection<IActorRef> regions, TimeSpan timeout) =>
        Akka.Actor.Props.Create(() => new RebalanceWorker(shard, from, regions, timeout));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(nameof(TimedOut), new TimedOut(), _timeout);
        foreach (var region in _remaining)
            region.Tell(new BeginHandOff(_shard));
    }

    private void Acknowledge(IActorRef region)
    {
        if (_remaining.Remove(region) && _remaining.Count == 0)
            _from.Tell(new HandOff(_shard));
    }

    private void Finish(bool isDone)
    {
        Context.Parent.Tell(new Finished(_shard, isDone));
        Context.Stop(Self);
    }

    /// <summary>A region is gone, and what it knew with it.</summary>
    internal sealed record RegionGone(IActorRef Region);

    /// <summary>To the coordinator: the shard has stopped, or not in time.</summary>
    internal sealed record Finished(string Shard, bool IsDone);

    private sealed record TimedOut;
}
