namespace Akka.Flink.Runtime;

/// <summary>What happens behind the barrier of a checkpoint.</summary>
internal enum CheckpointKind
{
    /// <summary>The job goes on.</summary>
    Periodic,

    /// <summary>Each task freezes behind its barrier, with no timers and no asynchronous results, until it is told to finish or to
    /// resume.</summary>
    Stopping,

    /// <summary>All inputs have ended: what is committed with it is the last.</summary>
    Final,
}
