namespace Akka.Flink.Chaos.Tests.Cluster;

/// <summary>What a cluster says of the job.</summary>
internal sealed record JobView(
    string Status, string? Reason, int Attempt, JobView.Checkpoint? LastCheckpoint, IReadOnlyList<JobView.Restore> Restores)
{
    /// <summary>The last completed checkpoint.</summary>
    internal sealed record Checkpoint(int Attempt, long Number, long DurationMs);

    /// <summary>What an attempt began from.</summary>
    internal sealed record Restore(int Attempt, string? Checkpoint, string Cause);
}
