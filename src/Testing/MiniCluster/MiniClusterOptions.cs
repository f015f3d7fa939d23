namespace Akka.Flink.Testing;

/// <summary>How a <see cref="MiniCluster"/> is set up.</summary>
public sealed record MiniClusterOptions
{
    /// <summary>The configuration, as what stands behind <c>-D</c> on a command line:
    /// <c>execution.checkpointing.interval=50ms</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>How many threads tasks have together: at least 1. Default: 2.</summary>
    public int TaskThreads { get; init; } = 2;

    /// <summary>Where state is kept; a cluster that starts over the folder of another goes on with its jobs. Null, the default, for a
    /// folder that is deleted with the cluster.</summary>
    public string? Directory { get; init; }

    /// <summary>How long the waiting methods of the cluster and its jobs wait before they fail. Default: a minute.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);
}
