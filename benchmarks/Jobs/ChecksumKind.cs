namespace Akka.Flink.Jobs;

/// <summary>What the checksum of a run is made of: with several sources their order is free, and not all results are defined.</summary>
internal enum ChecksumKind
{
    /// <summary>All result rows.</summary>
    AllRows,

    /// <summary>The last row of each key.</summary>
    FinalRows,

    /// <summary>How many events were counted in all rows: the checksum is a number of events.</summary>
    Counts,
}
