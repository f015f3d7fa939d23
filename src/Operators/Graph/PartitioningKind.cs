namespace Akka.Flink.Operators;

/// <summary>Which subtask of the next step a record goes to.</summary>
public enum PartitioningKind
{
    /// <summary>The one with the same index; both steps have the same parallelism.</summary>
    Forward,

    /// <summary>The next in turn.</summary>
    Rebalance,

    /// <summary>One at random.</summary>
    Shuffle,

    /// <summary>All of them.</summary>
    Broadcast,

    /// <summary>The first.</summary>
    Global,

    /// <summary>The one that owns the key group of the record's key.</summary>
    Key,

    /// <summary>The next in turn among some of them, so that each subtask sends to, or receives from, few.</summary>
    Rescale,

    /// <summary>The one that a partitioner of the program chooses.</summary>
    Custom,
}
