namespace Akka.Cluster;

using Akka.Event;

/// <summary>The gossip of <paramref name="From"/> for <paramref name="To"/> alone: not for one that has its address now.</summary>
internal sealed record GossipEnvelope(UniqueAddress From, UniqueAddress To, Gossip Gossip) : IClusterMessage, IDeadLetterSuppression
{
    /// <summary>When it arrived; gossip that has waited long, as in a process that was stopped, is of no use.</summary>
    public long ArrivedAt { get; } = Environment.TickCount64;
}
