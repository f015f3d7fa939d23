namespace Akka.Flink.Conformance.Tests;

/// <summary>How a case is run.</summary>
internal enum RunMode
{
    /// <summary>As it says.</summary>
    Plain,

    /// <summary>After each step new operators go on from a snapshot; only what is not state is handed over.</summary>
    SnapshotEverywhere,

    /// <summary>The same with snapshots of what has changed since the last.</summary>
    ChangesEverywhere,

    /// <summary>All values go through bytes on every edge.</summary>
    Serialized,

    /// <summary>The output takes one element at a time, and nothing for a while afterwards.</summary>
    BlockedOutput,

    /// <summary>State hands out copies.</summary>
    CopiedState,

    /// <summary>Records that follow each other arrive as one batch. Not for cases that end with an error.</summary>
    Batches,

    /// <summary>The parallelism changes from 1 to 2 and back, with a step in between. Records are compared, in any order.</summary>
    Rescale,

    /// <summary>The same from snapshots of what has changed: of three steps one is at parallelism 2.</summary>
    RescaleChanges,
}
