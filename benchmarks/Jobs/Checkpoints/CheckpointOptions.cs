namespace Akka.Flink.Jobs.Checkpoints;

/// <summary>What checkpoints are measured with.</summary>
/// <param name="Keys">How many keys, all loaded before the measurement.</param>
/// <param name="Rate">Events for each second.</param>
/// <param name="Interval">Between two checkpoints.</param>
/// <param name="Duration">How long is measured.</param>
/// <param name="Plots">The folder of the plots.</param>
internal sealed record CheckpointOptions(long Keys, long Rate, TimeSpan Interval, TimeSpan Duration, string Plots);
