namespace Akka.Flink.Conformance.Tests;

/// <summary>How a case is run.</summary>
internal enum RunMode
{
    /// <summary>As it says.</summary>
    Plain,

    /// <summary>After each step new operators go on from a snapshot; only what is not state is handed over.</summary>
    SnapshotEverywhere,
}
