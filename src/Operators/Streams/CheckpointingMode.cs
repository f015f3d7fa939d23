namespace Akka.Flink;

/// <summary>What a failure may do to state.</summary>
/// <remarks><para><b>Flink.</b> <c>CheckpointingMode</c>.</para></remarks>
public enum CheckpointingMode
{
    /// <summary>Each record counts in the state exactly once.</summary>
    ExactlyOnce,

    /// <summary>Each record counts in the state once or, after a failure, more often; checkpoints hold nothing up.</summary>
    AtLeastOnce,
}
