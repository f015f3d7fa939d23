namespace Akka.Flink.Runtime;

/// <summary>A node's part in a cluster.</summary>
internal sealed record ClusterSettings
{
    /// <summary><c>cluster.slots</c>: how many slots the node offers.</summary>
    public int Slots { get; init; } = 1;

    /// <summary><c>cluster.role</c>: the role of nodes that run jobs; empty for all.</summary>
    public string Role { get; init; } = "";

    /// <summary><c>cluster.scheduler-mode</c> and <c>cluster.resource-stabilization-timeout</c>.</summary>
    public SchedulerSettings Scheduler { get; init; } = SchedulerSettings.Default;

    /// <summary><c>cluster.leave-timeout</c>: how long a node that leaves waits for its jobs to be moved.</summary>
    public TimeSpan LeaveTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary><c>cluster.capture-timeout</c>: how long a program may take to come to its job.</summary>
    public TimeSpan CaptureTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How the job manager keeps its journal.</summary>
    public JobManagerSettings JobManager { get; init; } = new();

    /// <summary>The version that the node runs; nodes of a cluster run the same.</summary>
    public string Version { get; init; } = RuntimeVersion.Current;

    /// <summary>Where the node's REST API is; null if it has none.</summary>
    public string? RestUrl { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="reader">What is configured.</param>
    public static ClusterSettings From(SettingsReader reader)
    {
        var slots = reader.Number("cluster.slots", 0, 1024);
        return new ClusterSettings
        {
            Slots = slots == 0 ? Environment.ProcessorCount : slots,
            Role = reader.Text("cluster.role", IsName, "letters, digits, '-' and '_', or nothing"),
            Scheduler = new SchedulerSettings(
                reader.Choice("cluster.scheduler-mode", ("fixed", SchedulerMode.Fixed), ("reactive", SchedulerMode.Reactive)),
                reader.Duration("cluster.resource-stabilization-timeout", TimeSpan.Zero)),
            LeaveTimeout = reader.Duration("cluster.leave-timeout", TimeSpan.Zero),
            CaptureTimeout = reader.Duration("cluster.capture-timeout", TimeSpan.FromMilliseconds(100)),
        };
    }

    private static bool IsName(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
