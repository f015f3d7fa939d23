namespace Akka.Flink.Jobs.Latency;

/// <summary>What latencies are measured with.</summary>
/// <param name="Rates">Events for each second, one run for each.</param>
/// <param name="WarmUp">What comes before the measurement.</param>
/// <param name="Duration">How long is measured.</param>
/// <param name="Plots">The folder of the plots.</param>
internal sealed record LatencyOptions(IReadOnlyList<long> Rates, TimeSpan WarmUp, TimeSpan Duration, string Plots);
