namespace Akka.Cluster.Tools.Singleton;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>The members that were the oldest before, the latest of them first.</summary>
internal sealed record YoungerData(ImmutableList<UniqueAddress> PreviousOldest) : IClusterSingletonData;

internal sealed record BecomingOldestData(ImmutableList<UniqueAddress> PreviousOldest) : IClusterSingletonData;

/// <summary>The singleton is one that is being stopped as its lease was lost.</summary>
internal sealed record AcquiringLeaseData(bool IsInProgress, IActorRef Singleton) : IClusterSingletonData;

/// <summary>The singleton, or null when it has stopped by itself.</summary>
internal sealed record OldestData(IActorRef Singleton) : IClusterSingletonData;

internal sealed record WasOldestData(IActorRef Singleton, UniqueAddress NewOldest) : IClusterSingletonData;

internal sealed record HandingOverData(IActorRef Singleton, IActorRef HandOverTo) : IClusterSingletonData;

internal sealed record StoppingData(IActorRef Singleton) : IClusterSingletonData;

internal sealed record EndData : IClusterSingletonData;
