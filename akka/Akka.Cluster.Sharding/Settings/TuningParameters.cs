namespace Akka.Cluster.Sharding;

using Akka.Configuration;

/// <summary>Times and sizes of sharding.</summary>
public class TuningParameters
{
    public readonly int BufferSize;
    public readonly TimeSpan CoordinatorFailureBackoff;
    public readonly TimeSpan HandOffTimeout;
    public readonly int KeepNrOfBatches;
    public readonly int LeastShardAllocationAbsoluteLimit;
    public readonly int LeastShardAllocationMaxSimultaneousRebalance;
    public readonly int LeastShardAllocationRebalanceThreshold;
    public readonly double LeastShardAllocationRelativeLimit;
    public readonly TimeSpan RebalanceInterval;
    public readonly TimeSpan RetryInterval;
    public readonly TimeSpan ShardStartTimeout;
    public readonly int SnapshotAfter;

    internal TuningParameters(Config sharding)
    {
        BufferSize = sharding.GetInt("buffer-size");
        CoordinatorFailureBackoff = sharding.GetTimeSpan("coordinator-failure-backoff");
        HandOffTimeout = sharding.GetTimeSpan("handoff-timeout");
        KeepNrOfBatches = sharding.GetInt("keep-nr-of-batches");
        RebalanceInterval = sharding.GetTimeSpan("rebalance-interval");
        RetryInterval = sharding.GetTimeSpan("retry-interval");
        ShardStartTimeout = sharding.GetTimeSpan("shard-start-timeout");
        SnapshotAfter = sharding.GetInt("snapshot-after");

        var leastShard = sharding.GetConfig("least-shard-allocation-strategy");
        LeastShardAllocationRebalanceThreshold = leastShard.GetInt("rebalance-threshold");
        LeastShardAllocationMaxSimultaneousRebalance = leastShard.GetInt("max-simultaneous-rebalance");
        LeastShardAllocationAbsoluteLimit = leastShard.GetInt("rebalance-absolute-limit");
        LeastShardAllocationRelativeLimit = leastShard.GetDouble("rebalance-relative-limit");
    }
}
