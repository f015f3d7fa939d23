namespace Akka.Cluster.Sharding;

using Akka.Actor;

/// <summary>What a region knows of one shard. Owned by the region.</summary>
internal sealed class ShardRoute(string shard)
{
    public string Shard { get; } = shard;

    /// <summary>The region that is its home; null when that is not known.</summary>
    public IActorRef Home { get; set; }

    /// <summary>The shard itself, from its start here until it has stopped.</summary>
    public IActorRef Running { get; set; }

    /// <summary>The shard has been told to stop; it takes no more messages.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Where a message goes: the shard here, its home elsewhere, or nowhere yet.</summary>
    public IActorRef Target { get; set; }

    /// <summary>What waits for the target.</summary>
    public Queue<(object Message, IActorRef Sender)> Waiting { get; } = new();
}
