namespace Akka.Cluster.Tools.Singleton;

/// <summary>The states of a <see cref="ClusterSingletonManager"/>.</summary>
public enum ClusterSingletonState
{
    Start = 0,
    AcquiringLease = 1,
    Oldest = 2,
    Younger = 3,
    BecomingOldest = 4,
    WasOldest = 5,
    HandingOver = 6,
    TakeOver = 7,
    Stopping = 8,
    End = 9,
}
