namespace Akka.Flink.Runtime;

/// <summary>What a step of the checkpoint protocol means for the job.</summary>
internal enum CheckpointVerdict
{
    /// <summary>It goes on.</summary>
    GoOn,

    /// <summary>More checkpoints failed in a row than are tolerated.</summary>
    TooManyFailures,

    /// <summary>The stopping checkpoint failed: the sources go on.</summary>
    StopFailed,

    /// <summary>Everything of a stopping or final checkpoint is committed.</summary>
    AllCommitted,
}
