namespace Akka.Cluster;

using Akka.Event;

/// <summary>The version of the gossip that <paramref name="From"/> has: who has another one sends it.</summary>
internal sealed record GossipStatus(UniqueAddress From, VectorClock Version) : IClusterMessage, IDeadLetterSuppression;
