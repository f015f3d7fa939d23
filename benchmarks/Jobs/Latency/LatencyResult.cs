namespace Akka.Flink.Jobs.Latency;

using Akka.Flink.Measuring;

/// <summary>Latencies at a rate.</summary>
/// <param name="Rate">Events for each second.</param>
/// <param name="Latencies">From the end of a window to its result in the sink.</param>
/// <param name="Hiccups">What the machine adds to that.</param>
internal sealed record LatencyResult(long Rate, LatencySeries Latencies, LatencySeries Hiccups);
