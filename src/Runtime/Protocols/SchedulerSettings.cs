namespace Akka.Flink.Runtime;

/// <summary>How a job follows the nodes that come and go.</summary>
/// <param name="Mode">Where its parallelism comes from.</param>
/// <param name="StabilizationTimeout">How long nodes must have stayed the same before it is planned for them.</param>
internal sealed record SchedulerSettings(SchedulerMode Mode, TimeSpan StabilizationTimeout)
{
    /// <summary>The shipped defaults.</summary>
    public static SchedulerSettings Default { get; } = new(SchedulerMode.Fixed, TimeSpan.FromSeconds(1));
}
