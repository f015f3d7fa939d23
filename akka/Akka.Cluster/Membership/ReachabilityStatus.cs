namespace Akka.Cluster;

/// <summary>What an observer says of a member.</summary>
internal enum ReachabilityStatus
{
    Reachable = 0,
    Unreachable = 1,

    /// <summary>Never to come back: its system has been quarantined, or another one has taken its address.</summary>
    Terminated = 2,
}
