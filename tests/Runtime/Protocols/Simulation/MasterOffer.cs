namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using System.Collections.Immutable;

/// <summary>What nodes offer to a master that starts.</summary>
internal sealed record MasterOffer(ImmutableArray<NodeSlots> Nodes, long SinceMs);
