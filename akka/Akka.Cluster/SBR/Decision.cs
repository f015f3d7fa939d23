namespace Akka.Cluster.SBR;

/// <summary>What a side of a split cluster is to do.</summary>
internal enum Decision
{
    /// <summary>This side goes on.</summary>
    DownUnreachable,

    /// <summary>The other side goes on.</summary>
    DownReachable,

    /// <summary>Nobody goes on.</summary>
    DownAll,

    /// <summary>Those that are connected only by way of others go; what is left of the cluster decides as ever.</summary>
    DownIndirectlyConnected,

    /// <summary>Whoever gets the lease goes on, without the unreachable ones.</summary>
    AcquireLeaseAndDownUnreachable,

    /// <summary>Whoever gets the lease goes on, without the unreachable and the indirectly connected ones.</summary>
    AcquireLeaseAndDownIndirectlyConnected,
}
