namespace Akka.Flink.State.Snapshots;

/// <summary>What a state is. The numbers stand in chunks and never change.</summary>
internal enum StateKind : byte
{
    /// <summary>One value for each key.</summary>
    Value = 1,

    /// <summary>A list for each key.</summary>
    List = 2,

    /// <summary>A map for each key.</summary>
    Map = 3,

    /// <summary>A value to which elements are reduced.</summary>
    Reducing = 4,

    /// <summary>An accumulator.</summary>
    Aggregating = 5,

    /// <summary>Timers of one time domain.</summary>
    Timers = 6,

    /// <summary>Accumulators by window.</summary>
    Windows = 7,

    /// <summary>A list of the operator, split when the parallelism changes.</summary>
    OperatorList = 8,

    /// <summary>A list of the operator, all of which every subtask gets.</summary>
    OperatorUnionList = 9,

    /// <summary>A map of the operator that is the same in every subtask.</summary>
    Broadcast = 10,
}
