namespace Akka.Flink.Runtime;

/// <summary>What came of a step of a task's snapshots.</summary>
internal enum SnapshotStep
{
    /// <summary>There is nothing to do before the next batch.</summary>
    None,

    /// <summary>Something was done; there may be more.</summary>
    Progress,

    /// <summary>The chunk store takes no more at the moment; it says when it does.</summary>
    WaitsForStore,
}
